import CasebookCore
import CasebookText

/// Problems in words: where, what was found, what was expected, what happens next.
package enum ProblemWords {
  /// "error: cases/a.yaml:3:9: 30 February 2013 does not exist; February 2013 has 28 days".
  package static func line(_ problem: Problem) -> ShownText {
    var parts: [ShownText] = [severity(problem.severity), place(problem), fact(problem.fact)]
    if problem.count > 1 {
      parts[2] = "\(parts[2]) (\(grouped: problem.count) times, first here)"
    }
    return parts.joined(separator: ": ")
  }

  /// "1 error, 0 warnings, 4 notes. 1 record refused."
  package static func summary(_ library: Library) -> ShownText {
    let doubts = SettingsDoubts.problems(library)
    let list = library.problems
    return "\(.plural(list.count(.error), "error", "errors")), "
      + "\(.plural(list.count(.warning) + doubts.count, "warning", "warnings")), "
      + "\(.plural(list.count(.note), "note", "notes")). "
      + "\(refused(library))."
  }

  /// "1 record refused", "1 file not read", "3 records refused, 1 file not read".
  package static func refused(_ library: Library) -> ShownText {
    let records: ShownText = "\(.plural(library.refusedRecordCount, "record", "records")) refused"
    guard library.unreadFileCount > 0 else { return records }
    let files = unreadFiles(library)
    return library.refusedRecordCount > 0 ? "\(records), \(files)" : files
  }

  /// "2 dates not read"; nil if all were.
  package static func unreadableDates(_ library: Library) -> ShownText? {
    let count = library.problems.unreadableDateCount
    return count == 0 ? nil : "\(.plural(count, "date", "dates")) not read"
  }

  /// "1 file not read".
  package static func unreadFiles(_ library: Library) -> ShownText {
    "\(.plural(library.unreadFileCount, "file", "files")) not read"
  }

  /// The problems of the files, then those of the settings.
  package static func all(_ library: Library) -> [Problem] {
    library.problems.problems + SettingsDoubts.problems(library)
  }

  /// What the page of problems says.
  package static func page(_ library: Library) -> [ShownText] {
    let problems = all(library)
    guard !problems.isEmpty else { return ["No problems in the files."] }
    return [summary(library)] + problems.map { SpokenText.closed(line($0)) }
  }

  /// "cases/a.yaml:3:9", or the file alone where the whole of it is meant.
  package static func place(_ problem: Problem) -> ShownText {
    let file = Gate.shown(problem.file)
    guard let position = problem.position else { return file }
    return "\(file):\(position.line):\(position.column)"
  }

  /// The message without place and severity.
  package static func fact(_ fact: Problem.Fact) -> ShownText {
    switch fact {
    case .unreadable(let error): FileErrorWords.text(error)
    case .syntax(let error): TreeErrorWords.text(error.fact)
    case .syntaxWarning(let warning): TreeErrorWords.text(warning.fact)
    case .date(let written, let error):
      "\(quoted(written)) is not a date: \(DateErrorWords.text(error)); kept as text"
    case .notARecord(let found): "A case is a map of keys; found \(kind(found))"
    case .wrongKind(let key, let found, let expected):
      "\(quoted(key)) takes \(expected.map(kind).joined(separator: " or ")); found "
        + kind(found)
    case .laterFormat(let version):
      "Format version \(quoted(version)) is not known; this program reads version 1"
    case .unknownKey(let key, let nearest):
      hint("Key \(quoted(key)) is not one of the format; kept as a field", nearest)
    case .unknownType(let type, let nearest):
      hint("Event type \(quoted(type)) is not known; kept", nearest)
    case .keysBeyondLimit(let limit):
      "There are more different keys than the limit paths of \(grouped: limit); this one is kept "
        + "with its case and cannot be filtered"
    case .tooManyTypes(let limit):
      "There are more event types than the limit types of \(grouped: limit)"
    case .missingType: "The event has no type; it counts as a record"
    case .unknownValue(let key, let value, let allowed, let nearest):
      hint(
        "\(quoted(value)) is not on the list of \(quoted(key)), which has "
          + "\(Gate.shown(allowed.joined(separator: ", "))); kept as written", nearest)
    case .identifier(let key):
      "\(quoted(key)) may say who a person is; its value is left out. "
        + "--keep-identifiers takes it in"
    case .unknownSource(let id): "The case has no source \(quoted(id))"
    case .duplicateID(let id, let file, let line):
      "Id \(quoted(id)) stands already in \(Gate.shown(file))"
        + (line.map { ", line \($0); both cases are kept" } ?? "; both cases are kept")
    case .settings(let problem): LibrarySettingsWords.text(problem)
    case .table(let problem): TableWords.text(problem)
    case .tooMuchText: "The case has more text than a part of the library can hold"
    case .mayNotFit(let needed, let available):
      "Loaded, the files take about \(grouped: needed) bytes of memory; "
        + "\(grouped: available) are free. Loading ends where these are taken"
    case .limitReached(let name, let limit):
      "Loading ended at the limit \(Gate.shown(name)) of \(grouped: limit); what was loaded is kept"
    case .noRecords: "Nothing in it is a case"
    case .encoding(let finding): EncodingWords.text(finding)
    case .repeatedTable(let first):
      "Not read: it has the same rows as \(Gate.shown(first)), which is read, so they count once"
    case .derivedTable: "Not read: it was made from other tables of this folder, which are read"
    }
  }

  /// A text in quotation marks, its end left out if it is long.
  package static func quoted(_ text: String) -> ShownText {
    "\"\(Gate.shown(text).truncated(to: 60))\""
  }

  static func hint(_ text: ShownText, _ nearest: String?) -> ShownText {
    nearest.map { "\(text). Did you mean \(quoted($0))?" } ?? text
  }

  static func severity(_ severity: Problem.Severity) -> ShownText {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }

  private static func kind(_ kind: ValueKind) -> ShownText {
    switch kind {
    case .text: "a text"
    case .number: "a number"
    case .boolean: "true or false"
    case .null: "nothing"
    case .list: "a list"
    case .map: "a map of keys"
    }
  }
}
