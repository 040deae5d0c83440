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
  /// Keys that were read together, in order.
  case keys([Key])
  /// Text was pasted.
  case paste(String)
  /// The paste ended without its end mark; its text came before.
  case pasteWithoutEnd
  /// The Escape reported last was no key, but the start of a sequence whose rest came late.
  case escapeTakenBack
  /// The screen has another size.
  case resized(Size)
  /// A loader or a worker has something.
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
  /// The user goes on in plain mode.
  case changedOver
}

/// Shows a session on a display until it is over: one thread, one event after the other.
package struct EventLoop {
  private let session: Session

  /// Takes a session to show.
  package init(_ session: Session) {
    self.session = session
  }

  /// Runs until the user leaves, a signal asks for the end, or the terminal goes away.
  package func run(on display: inout some Display) -> SessionEnd {
    session.takeNews()
    while !session.state.isOver {
      if session.state.look.isPlain { return .changedOver }
      display.present(
        MainScreen.draw(session.state, session.workspace), theme: session.state.look.theme)
      switch display.nextEvent() {
      case .keys(let keys): session.press(together: keys)
      case .paste(let text): session.paste(text)
      case .pasteWithoutEnd: session.endPaste()
      case .escapeTakenBack: session.takeBackEscape()
      case .resized(let size): session.send(.resized(size))
      case .woken: session.takeNews()
      case .terminate(let signal): return .terminated(signal: signal)
      case .gone: return .terminalGone
      }
    }
    return .left
  }
}
