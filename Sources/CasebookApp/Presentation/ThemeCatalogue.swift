import CasebookText

/// The names of the themes, in the order the key goes through them.
package enum ThemeCatalogue {
  /// Every theme that is part of the program.
  package static let names = [
    "terminal", "dark", "light", "high-contrast-dark", "high-contrast-light",
    "colour-blind-safe", "none",
  ]

  /// The theme a word means, or the one after another where no word is given.
  static func name(meant word: String, after current: String) throws(CommandFailure) -> String {
    if word.isEmpty {
      let index = names.firstIndex(of: current) ?? -1
      return names[(index + 1) % names.count]
    }
    let matches = names.filter { $0.hasPrefix(word.lowercased()) }
    if let exact = matches.first(where: { $0 == word.lowercased() }) { return exact }
    guard let only = matches.first, matches.count == 1 else {
      throw CommandFailure(
        "No theme \(Gate.shown(word))",
        next: "Type theme and one of \(names.map { Gate.shown($0) }.joined(separator: ", "))")
    }
    return only
  }
}
