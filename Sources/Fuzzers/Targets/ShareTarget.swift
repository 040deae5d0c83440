import CasebookApp
import CasebookCore

/// What is exported to be shared: a word that stands in one case only never passes, wherever it
/// stands and whatever is written around it.
enum ShareTarget {
  static let share = FuzzTarget(
    name: "share", summary: "Exports a case to be shared; a word of its own never passes.",
    seeds: [".share"]
  ) { bytes in
    guard let first = bytes.first else { return }
    let around = String(decoding: bytes.dropFirst(), as: UTF8.self).unicodeScalars
    let middle = around.index(around.startIndex, offsetBy: around.count / 2)
    let text = String(around[..<middle]) + word + String(around[middle...])
    let library = load(fields(places[Int(first) % places.count], text))
    for format in CaseExport.Format.allCases {
      var written: [UInt8] = []
      _ = try? CaseExport(format, isShared: true).write(
        Array(0..<library.caseCount), of: library
      ) { written += $0 }
      let lowercased = written.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      require(!lowercased.contains(Array(word.utf8)), "\(format) leaves the word out")
    }
  }

  /// No format, list or heading has it.
  private static let word = "qzvxkwjpy"

  /// What carries the text.
  private enum Carrier: CaseIterable {
    case wholeCase, subject, source, event, account
  }

  /// A place of a case: a key, or the key itself if it is nil.
  private struct Place {
    var carrier: Carrier
    var key: String?
  }

  /// Each place of a case.
  private static let places: [Place] = Carrier.allCases.flatMap { carrier -> [Place] in
    (keys(of: carrier) + [nil]).map { Place(carrier: carrier, key: $0) }
  }

  private static func keys(of carrier: Carrier) -> [String?] {
    switch carrier {
    case .wholeCase:
      ["id", "title", "status", "summary", "place", "tags", "related", "date", "note"]
    case .subject: ["label", "age", "age_as_of", "sex", "citizenship", "name"]
    case .source:
      ["id", "kind", "title", "publisher", "date", "url", "derived_from", "note"]
    case .event, .account:
      [
        "type", "date", "label", "place", "facility", "agency", "charge", "charge_status",
        "outcome", "outcome_basis", "basis", "level", "text", "source", "note",
      ]
    }
  }

  /// The fields of a case that has a text in a place.
  private static func fields(_ place: Place, _ text: String) -> [Field] {
    let field = place.key.map { Field($0, .text(text)) } ?? Field(text, .text("x"))
    switch place.carrier {
    case .wholeCase: return [field]
    case .subject: return [Field("subject", .map([field]))]
    case .source: return [Field("sources", .list([.map([field])]))]
    case .event: return event([field])
    case .account: return event([Field("claims", .list([.map([field]), .map([])]))])
    }
  }

  private static func event(_ fields: [Field]) -> [Field] {
    let isTyped = fields.contains { $0.key == "type" }
    return [
      Field("events", .list([.map((isTyped ? [] : [Field("type", .text("detainer"))]) + fields)]))
    ]
  }

  private static func load(_ fields: [Field]) -> Library {
    var writer = JSONWriter()
    writer.value(.map(fields))
    return Loader().load(
      [.embedded(name: "input.jsonl", bytes: SourceBytes(writer.bytes))], title: "input")
  }
}
