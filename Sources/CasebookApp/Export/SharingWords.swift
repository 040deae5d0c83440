import CasebookCore
import CasebookText

/// Words for what a shared export holds and leaves out.
package enum SharingWords {
  /// What was done to every case, in one sentence.
  package static let form: ShownText =
    "Shared form: dates to the month, places to county or state, ages in bands, ids renumbered; "
    + "facilities, titles and free text left out; values of fewer than "
    + "\(SmallCells.smallest) cases withheld."

  /// What was done and what was left out, for the line beside an export.
  package static func note(_ counts: SharingCounts) -> ShownText {
    ([form] + lines(counts)).joined(separator: " ")
  }

  /// What was left out, with counts: "Left out: title 36, summary 12, values of other keys 4."
  static func lines(_ counts: SharingCounts) -> [ShownText] {
    if counts.isEmpty { return ["Nothing was left out."] }
    var leftOut = named(counts.leftOut)
    if counts.locators > 0 { leftOut.append("page or row of a source \(grouped: counts.locators)") }
    if counts.others > 0 { leftOut.append("values of other keys \(grouped: counts.others)") }
    let withheld = named(counts.withheld)
    var lines: [ShownText] = []
    if !leftOut.isEmpty { lines.append("Left out: \(leftOut.joined(separator: ", ")).") }
    if !withheld.isEmpty {
      lines.append("Withheld as rare or too exact: \(withheld.joined(separator: ", ")).")
    }
    return lines
  }

  /// The counts of keys in the order of the rules.
  private static func named(_ counts: [String: Int]) -> [ShownText] {
    var keys: [String] = []
    for key in SharedKey.all.map(\.key) where !keys.contains(key) { keys.append(key) }
    return keys.compactMap { key in
      counts[key].map { "\(KeyWords.label(key).lowercasedFirst) \(grouped: $0)" }
    }
  }

  // MARK: - Rules

  /// The rules as a table in Markdown: each key, when its value passes, and why.
  package static var table: [ShownText] {
    ["| of | key | passes | why |", "|---|---|---|---|"]
      + SharedKey.all.map { key in
        "| \(carrier(key.carrier)) | `\(Gate.shown(key.key))` | \(passes(key.rule)) | \(why(key)) |"
      } + ["| any | any other | never | the file's own keys may carry words, as may their values |"]
  }

  private static func carrier(_ carrier: SharedKey.Carrier) -> ShownText {
    carrier == .event ? "event, account" : Gate.shown(carrier.rawValue)
  }

  private static func passes(_ rule: SharingRule) -> ShownText {
    let common: ShownText = "in \(SmallCells.smallest) cases or more"
    switch rule {
    case .number: return "as a number"
    case .listed: return "on the closed list, else \(common)"
    case .common: return common
    case .month: return "as the month, season or year"
    case .county: return "as county and state, \(common)"
    case .ageBand: return "as a band, \(common)"
    case .parts: return "its parts pass by their own rules"
    case .leftOut: return "never"
    }
  }

  private static func why(_ key: SharedKey) -> ShownText {
    switch key.rule {
    case .number: "numbers follow the order of the export and say nothing"
    case .listed(let list):
      key.key == "type"
        ? "the built-in \(.plural(list.count, "type", "types")) of events"
        : "`\(Gate.shown(list.joined(separator: " ")))`"
    case .common: "a value that many cases have does not single one out"
    case .month: "a day leads back to one person; a text that is not a date is left out"
    case .county: "a town or address leads back to one person; other places are withheld"
    case .ageBand: "\(Gate.shown(CoarseAge.bands.joined(separator: ", ")))"
    case .parts: "it says nothing of its own"
    case .leftOut:
      key.key == "claims"
        ? "accounts of the person would single the case out; what they dispute is withheld"
        : "it may be free text, or lead back to one person"
    }
  }
}
