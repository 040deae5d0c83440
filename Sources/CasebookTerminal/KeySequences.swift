import CTerminal
import CasebookCanvas

/// The escape sequences of the terminal's named keys.
struct KeySequences {
  private var keys: [[UInt8]: Key]

  /// Takes sequences as they are; for tests.
  init(_ keys: [[UInt8]: Key] = [:]) {
    self.keys = keys
  }

  /// Reads them from the terminal's description. One of a single byte is left out: those are
  /// control characters, and mean the same on every terminal.
  init(screen: OpaquePointer) {
    keys = [:]
    for (name, key) in Self.names {
      guard let text = ct_key_sequence(screen, name) else { continue }
      let bytes = Array(String(cString: text).utf8)
      if bytes.count > 1, keys[bytes] == nil { keys[bytes] = key }
    }
  }

  /// The key of a whole sequence.
  subscript(_ sequence: [UInt8]) -> Key? { keys[sequence] }

  /// Keys by their names in terminfo(5).
  private static let names: [(String, Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
      ("khome", .home), ("kend", .end), ("kfnd", .home), ("kslt", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kcbt", .backTab), ("kent", .enter),
      ("kbs", .backspace), ("kdch1", .delete), ("kich1", .insert),
      ("kri", .up), ("kind", .down), ("kLFT", .left), ("kRIT", .right),
      ("kHOM", .home), ("kEND", .end), ("kPRV", .pageUp), ("kNXT", .pageDown),
      ("kDC", .delete), ("kIC", .insert),
    ] + (1...24).map { ("kf\($0)", .function($0)) }
}
