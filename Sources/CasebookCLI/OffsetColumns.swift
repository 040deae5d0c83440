import CasebookCore

/// The columns that say where the events of a case lie from the one it is lined up on.
struct OffsetColumns {
  private let anchor: EventAnchor
  private let types: [String]
  private let library: Library

  /// Chooses a column for each type of event that occurs in the cases, the most frequent first.
  init(_ anchor: EventAnchor, of cases: Selection, in library: Library) {
    self.anchor = anchor
    self.library = library
    types = LineupSummary(.event(anchor), of: cases, in: library).kinds.map(\.type)
  }

  /// The heads: `days_to_jail_release`.
  var heads: [String] { types.map { "days_to_\($0)" } }

  /// The days to the events of each type; several are separated by semicolons, a range is `28..58`.
  func cells(ofRow row: UInt32) -> [String] {
    let entries = entries(row)
    return types.map { type in
      entries.filter { $0.type == type }.map(Self.text).joined(separator: "; ")
    }
  }

  /// All events with their days: `criminal_charge -29; jail_release 111`.
  func line(ofRow row: UInt32) -> String {
    entries(row).map { "\($0.type) \(Self.text($0))" }.joined(separator: "; ")
  }

  private func entries(_ row: UInt32) -> [CaseOffsets.Entry] {
    let offsets = CaseOffsets(ofRow: Int(row), in: library, from: anchor)
    return offsets?.entries.filter { !$0.isAnchor } ?? []
  }

  private static func text(_ entry: CaseOffsets.Entry) -> String {
    switch entry.count {
    case .exact(let days): "\(days)"
    case .range(let days): "\(days.lowerBound)..\(days.upperBound)"
    case .atLeast(let days): "\(days).."
    case .atMost(let days): "..\(days)"
    case .unknown: ""
    }
  }
}
