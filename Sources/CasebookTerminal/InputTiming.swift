/// How long silences last that decide what unfinished input is.
package struct InputTiming: Hashable, Sendable {
  /// After an ESC: then it was the Escape key.
  package var escape: Duration
  /// After the start of a sequence or of a character: then it is dropped.
  package let rest = Duration.milliseconds(500)
  /// In a paste: then it ends without its end mark.
  package let paste = Duration.seconds(1)

  /// On this machine's own terminal.
  private static let local = Duration.milliseconds(25)
  /// Over ssh, whose packets may separate the bytes of one key.
  private static let remote = Duration.milliseconds(100)
  /// The longest wait that ncurses accepts as `ESCDELAY`, in milliseconds.
  private static let longest = 30_000

  /// Chooses the waits by the environment: `ESCDELAY` in milliseconds as for ncurses; else 100 ms
  /// over ssh, and 25 ms.
  ///
  /// - Parameter environment: Returns the value of a variable, or `nil` if it is not set.
  package init(environment: (String) -> String?) {
    if let delay = environment("ESCDELAY").flatMap({ Int($0) }), delay >= 0 {
      escape = .milliseconds(min(delay, Self.longest))
    } else {
      let isRemote = ["SSH_CONNECTION", "SSH_TTY"].contains { environment($0)?.isEmpty == false }
      escape = isRemote ? Self.remote : Self.local
    }
  }

  /// The silence that decides what is pending, or `nil` if nothing is.
  func silence(for pending: InputDecoder.Pending) -> Duration? {
    switch pending {
    case .nothing: nil
    case .escape: escape
    case .rest: rest
    case .pasteEnd: paste
    }
  }
}
