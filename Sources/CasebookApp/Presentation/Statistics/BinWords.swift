import CasebookCore
import CasebookText

/// Bins of lengths and numbers in words.
package enum BinWords {
  /// "up to 12h", "over 12h, up to 72h", "over 72h" for `<=12h`, `>12h..72h`, `>72h`.
  package static func label(_ name: String) -> ShownText {
    if name.hasPrefix("<=") { return "up to \(Gate.shown(String(name.dropFirst(2))))" }
    let parts = String(name.dropFirst()).replacing("..", with: "~").split(separator: "~")
    guard parts.count == 2 else { return "over \(Gate.shown(String(name.dropFirst())))" }
    return "over \(Gate.shown(String(parts[0]))), up to \(Gate.shown(String(parts[1])))"
  }
}
