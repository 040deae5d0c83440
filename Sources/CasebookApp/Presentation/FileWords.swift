import CasebookText

/// What changed on disk, in words.
package enum FileWords {
  /// "Changed on disk: a.yaml. Type reload to read it again."
  package static func noticed(_ change: FileChange) -> ShownText {
    let isOne = change.names.count == 1 && !change.isVague
    let what: ShownText =
      isOne
      ? Gate.shown(change.names[0])
      : change.isVague ? "many files" : .plural(change.names.count, "file", "files")
    return "Changed on disk: \(what). Type reload to read \(isOne ? "it" : "them") again."
  }

  /// "Read again: a.yaml changed. 36 cases, 35 before."
  static func reloaded(_ difference: FileDifference) -> ShownText {
    let (before, after) = difference.cases
    let count = CountWords.cases(after)
    if difference.isNone { return "Nothing has changed on disk. \(count)." }
    let parts = [
      part(difference.changed, "changed"), part(difference.added, "added"),
      part(difference.removed, "removed"),
    ].compactMap(\.self)
    let list = parts.joined(separator: ", ")
    let change: ShownText = before == after ? count : "\(count), \(grouped: before) before"
    return "Read again: \(list). \(change)."
  }

  /// "Case ct-2024-0007 is gone."
  static func lost(_ id: String) -> ShownText { "Case \(Gate.shown(id)) is gone." }

  private static func part(_ names: [String], _ what: ShownText) -> ShownText? {
    switch names.count {
    case 0: nil
    case 1: "\(Gate.shown(names[0])) \(what)"
    default: "\(grouped: names.count) files \(what)"
    }
  }
}
