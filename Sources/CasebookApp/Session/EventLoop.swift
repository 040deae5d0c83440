import CasebookCanvas
import CasebookCore

/// A place to show canvases and take keys from: the terminal, or a script in a test.
package protocol Display {
  /// Shows a picture with a theme by its name; writes nothing where nothing changed.
  mutating func present(_ canvas: Canvas, theme: String)
  /// The next thing that happens; waits for ever.
  mutating func nextEvent() -> DisplayEvent
}

/// What a display reports.
package enum DisplayEvent: Sendable, Equatable {
  /// A key was typed.
  case key(Key)
  /// Text was pasted.
  case paste(String)
  /// The screen has another size.
  case resized(Size)
  /// A worker has something: more cases were loaded.
  case woken
  /// The program is asked to end by a signal.
  case terminate(signal: Int32)
  /// The terminal went away.
  case gone
}

/// How a session on a display came to its end.
package enum SessionEnd: Sendable, Equatable {
  /// The user left.
  case left
  /// A signal asked for it.
  case terminated(signal: Int32)
  /// The terminal went away.
  case terminalGone
}

/// Shows a session on a display until it is over: one thread, one event after the other.
package struct EventLoop {
  private let session: Session
  private let arrivals: Arrivals

  /// Joins a session with what its loader hands over.
  package init(_ session: Session, arrivals: Arrivals) {
    self.session = session
    self.arrivals = arrivals
  }

  /// Runs until the user leaves, a signal asks for the end, or the terminal goes away.
  package func run(on display: inout some Display) -> SessionEnd {
    takeArrivals()
    while !session.state.isOver {
      display.present(
        MainScreen.draw(session.state, session.workspace), theme: session.state.look.theme)
      switch display.nextEvent() {
      case .key(let key): session.press(key)
      case .paste(let text): session.paste(text)
      case .resized(let size): session.send(.resized(size))
      case .woken: takeArrivals()
      case .terminate(let signal): return .terminated(signal: signal)
      case .gone: return .terminalGone
      }
    }
    return .left
  }

  private func takeArrivals() {
    let (steps, isDone) = arrivals.take()
    if !steps.isEmpty || isDone == session.workspace.library.isPartial {
      session.apply(steps, isPartial: !isDone)
    }
  }
}
