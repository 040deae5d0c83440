import CasebookCanvas
import CasebookTerminal

/// Events in the short words that tests wait for.
enum EventText {
  static func text(of event: TerminalEvent) -> String {
    switch event {
    case .keys(let keys): keys.map(text).joined(separator: ", ")
    case .pasteWithoutEnd: "paste without end"
    case .escapeTakenBack: "escape taken back"
    case .paste(let text): "paste \(text.unicodeScalars.count) \(text.prefix(40))"
    case .resized(let size): "resized \(size.columns)x\(size.rows)"
    case .ready: "ready"
    case .terminate(let signal): "terminate \(signal)"
    case .gone: "gone"
    case .timedOut: "timed out"
    }
  }

  private static func text(of key: Key) -> String {
    switch key {
    case .character(let character): "character \(character)"
    case .control(let character): "control \(character)"
    case .alt(let character): "alt \(character)"
    case .function(let number): "function \(number)"
    default: "\(key)"
    }
  }
}
