import CasebookCore
import CasebookText

/// The notebook in words.
package enum NotebookWords {
  /// Said at the start where nothing can be kept.
  package static func obstacle(_ failure: NotebookFailure) -> ShownText {
    "Marks and notes cannot be saved: \(reason(failure)). They hold in this session."
  }

  /// Said at the start after damage was found in the notebook.
  package static func damage(_ damage: NotebookDamage) -> ShownText {
    let unreadable: ShownText =
      damage.unreadable == 0
      ? "" : " \(entries(damage.unreadable)) could not be read."
    guard let copy = damage.copy else { return "The notebook is damaged.\(unreadable)" }
    let isWhole = damage.unreadable == 0 && !damage.isPartial
    let saved = saved(damage)
    let result: ShownText =
      if saved.isEmpty {
        isWhole ? "Nothing was lost: it was empty." : "Nothing could be saved from it."
      } else if isWhole {
        "Everything in it was saved: \(saved.joined(separator: ", "))."
      } else {
        "Saved from it: \(saved.joined(separator: ", "))."
      }
    let missing: ShownText =
      damage.isPartial ? " More may be missing, for a part of the file could not be read." : ""
    return """
      The notebook was damaged. \(result)\(unreadable)\(missing) \
      The damaged file is kept as \(Gate.shown(copy)).
      """
  }

  /// "99 notes", "3 marks".
  private static func saved(_ damage: NotebookDamage) -> [ShownText] {
    let counts: [(Int, ShownText, ShownText)] = [
      (damage.notes, "note", "notes"), (damage.marks, "mark", "marks"),
      (damage.filters, "saved filter", "saved filters"),
      (damage.settings, "setting", "settings"),
    ]
    return counts.filter { $0.0 > 0 }.map { ShownText.plural($0.0, $0.1, $0.2) }
  }

  private static func entries(_ count: Int) -> ShownText {
    ShownText.plural(count, "entry", "entries")
  }

  /// What could not be kept by the command that led from one notebook to another.
  static func failure(_ now: NotebookState, since before: NotebookState) -> CommandFailure? {
    guard let failure = now.failure, now.tries != before.tries else { return nil }
    return now.mayLeaveUnsaved && !before.mayLeaveUnsaved
      ? leaving(now.unsaved.count) : notKept(failure)
  }

  /// What a change says that could not be kept.
  private static func notKept(_ failure: NotebookFailure) -> CommandFailure {
    CommandFailure("Not saved: \(reason(failure))", next: "It holds in this session, type retry")
  }

  /// What is said before leaving loses something.
  private static func leaving(_ count: Int) -> CommandFailure {
    CommandFailure(
      "\(changes(count)) not saved", next: "Type quit again to leave without saving")
  }

  /// "3 changes are".
  static func changes(_ count: Int) -> ShownText {
    count == 1 ? "1 change is" : "\(grouped: count) changes are"
  }

  /// What the user keeps of a case: the mark, and the notes with their days.
  package static func facts(_ loaded: LoadedCase, _ notebook: NotebookState) -> [Fact] {
    var facts: [Fact] = []
    if notebook.marked.contains(loaded.id) { facts.append(Fact("Marked", "by you", .accent)) }
    let notes = notebook.notes(on: loaded.id)
    guard !notes.isEmpty else { return facts }
    let fingerprint = loaded.content.fingerprint
    return facts
      + notes.map { note in
        Fact("Your note", text(note, isCurrent: note.fingerprint == fingerprint), .normal)
      }
  }

  /// "Ask the clerk (25 November 2026, made on an earlier text)".
  static func text(_ note: Note, isCurrent: Bool) -> ShownText {
    let day: ShownText =
      note.madeOn.isEmpty ? "day not recorded" : DateText.words(written: note.madeOn, .long)
    let age: ShownText = isCurrent ? "" : ", made on an earlier text"
    return "\(Gate.shown(note.text)) (\(day)\(age))"
  }

  /// Why the notebook cannot be used.
  package static func reason(_ failure: NotebookFailure) -> ShownText {
    switch failure {
    case .noPlace: "no folder for them is known, for HOME is not set"
    case .system(let path, let code): "\(Gate.shown(path)): \(FileErrorWords.reason(code))"
    case .busy(let path): "\(Gate.shown(path)) is in use by another program"
    case .otherOwner(let path): "\(Gate.shown(path)) belongs to another user"
    case .damaged(let path, let copy): "\(Gate.shown(path)) is damaged\(aside(copy))"
    case .laterVersion(let path, let copy):
      "\(Gate.shown(path)) was written by a later version of casebook\(aside(copy))"
    }
  }

  private static func aside(_ copy: String?) -> ShownText {
    copy.map { ", a copy is kept as \(Gate.shown($0))" } ?? ""
  }
}
