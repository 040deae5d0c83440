import CasebookCore
import CasebookText

/// What a case says outside its events, as facts in the order of reading.
package struct CaseFacts: Sendable {
  private let content: Case
  private let dates: DateForm

  /// Reads the facts of a case, with dates in a form.
  package init(_ content: Case, dates: DateForm = .short) {
    self.content = content
    self.dates = dates
  }

  /// The keys that have a place of their own on every view.
  private static let placed: Set<String> = [
    "casebook", "id", "title", "status", "summary", "subject", "place", "jurisdiction", "tags",
    "related", "attachments", "date", "claims",
  ]

  /// "Subject CT-0007, 26 in April 2024, male".
  package var subject: ShownText {
    let subject = content.subject
    var parts: [ShownText] = []
    if let label = subject.label { parts.append(Gate.shown(label)) }
    if let age = subject.age { parts.append(self.age(age, asOf: subject.ageAsOf)) }
    if let sex = subject.sex { parts.append(Gate.shown(sex)) }
    return parts.joined(separator: ", ")
  }

  private func age(_ age: String, asOf: String?) -> ShownText {
    guard let asOf else { return "age \(Gate.shown(age))" }
    return "\(Gate.shown(age)) in \(DateText.words(written: asOf, dates == .iso ? .iso : .long))"
  }

  /// "Honduras; New Britain, Connecticut".
  package var places: ShownText {
    [content.subject.citizenship, content.place].compactMap { $0.map { Gate.shown($0) } }
      .joined(separator: "; ")
  }

  /// "2 accounts differ on the sex: Male (arrests row 4); Female (detainers row 7)".
  package var disputes: [ShownText] {
    let claims = content.claims
    return content.disputedKeys.map { AccountWords.line(on: $0, claims, dates) }
  }

  /// Every fact with its label, for reading one a line.
  package var all: [Fact] {
    var facts = [Fact("Title", Gate.shown(content.title ?? content.id), .title)]
    facts.append(Fact("Case id", Gate.shown(content.id)))
    facts.append(known("Status", content.status))
    facts += subjectFacts
    facts += disputes.map { Fact("Accounts", $0, .warning) }
    facts.append(known("Place", content.place))
    if let text = content.text("jurisdiction") {
      facts.append(Fact("Jurisdiction", Gate.shown(text)))
    }
    if !content.tags.isEmpty { facts.append(Fact("Tags", list(content.tags))) }
    facts += others
    if !content.related.isEmpty { facts.append(Fact("Related cases", list(content.related))) }
    facts += attachments
    return facts
  }

  private var subjectFacts: [Fact] {
    let subject = content.subject
    var facts: [Fact] = []
    if let label = subject.label { facts.append(Fact("Subject", Gate.shown(label))) }
    if let age = subject.age {
      facts.append(Fact("Age", self.age(age, asOf: subject.ageAsOf)))
    } else {
      facts.append(Fact("Age", "unknown", .unknown))
    }
    facts.append(known("Sex", subject.sex))
    facts.append(known("Citizenship", subject.citizenship))
    let placed = ["label", "age", "age_as_of", "sex", "citizenship"]
    for field in subject.fields where !placed.contains(field.key) {
      facts.append(Fact(KeyWords.label(field.key), field.value.shown))
    }
    return facts
  }

  /// The fields the format does not name, in the order of the file; before them, that a word mixes
  /// scripts.
  package var others: [Fact] {
    mixture
      + content.fields.filter { !Self.placed.contains($0.key) }
      .map { Fact(KeyWords.label($0.key), $0.value.words(dates)) }
  }

  /// Ids that only look alike are told apart by this.
  private var mixture: [Fact] {
    [content.id, content.title ?? ""].contains { SuspiciousText.mixesScripts($0) }
      ? [Fact("Letters", "a word of the id or title mixes two scripts, such as Latin and Cyrillic")]
      : []
  }

  /// The attachments, by title and path; nothing is opened.
  package var attachments: [Fact] {
    guard case .list(let items) = content.value("attachments") else { return [] }
    return items.map { Fact("Attachment", $0.shown) }
  }

  /// Whether the case holds characters that the gate had to make visible because they may deceive.
  package var isSuspect: Bool {
    let fields = content.fields + content.events.flatMap(\.fields)
    return fields.contains { $0.value.shown.isSuspect }
  }

  /// The paragraphs of the summary.
  package var summary: [ShownText] {
    guard let text = content.summary else { return [] }
    return Paragraphs.shown(text)
  }

  /// "press release, ICE ERO Boston, 19 Apr 2024".
  package static func words(_ source: Source, dates: DateForm = .short) -> ShownText {
    var parts: [ShownText] = []
    for key in ["kind", "publisher", "title"] {
      if let text = source.text(key) { parts.append(Gate.shown(text)) }
    }
    if let date = source.date { parts.append(DateText.words(written: date, dates)) }
    for key in source.derivedFrom { parts.append("derived from \(Gate.shown(key))") }
    let placed = ["id", "kind", "publisher", "title", "date", "derived_from"]
    for field in source.fields where !placed.contains(field.key) {
      parts.append("\(KeyWords.label(field.key).lowercasedFirst) \(field.value.shown)")
    }
    return parts.isEmpty ? Gate.shown(source.id) : parts.joined(separator: ", ")
  }

  /// Every fact of a source with its label.
  package static func facts(of source: Source, dates: DateForm) -> [Fact] {
    var facts = [Fact("Source id", Gate.shown(source.id))]
    for key in ["kind", "publisher", "title"] {
      if let text = source.text(key) { facts.append(Fact(KeyWords.label(key), Gate.shown(text))) }
    }
    let date = source.date.map { DateText.words(written: $0, dates) }
    facts.append(date.map { Fact("Date", $0) } ?? Fact("Date", "unknown", .unknown))
    let placed = ["id", "kind", "publisher", "title", "date"]
    for field in source.fields where !placed.contains(field.key) {
      facts.append(Fact(KeyWords.label(field.key), field.value.words(dates)))
    }
    return facts
  }

  private func known(_ label: ShownText, _ text: String?) -> Fact {
    text.map { Fact(label, Gate.shown($0)) } ?? Fact(label, "unknown", .unknown)
  }

  private func list(_ texts: [String]) -> ShownText {
    texts.map { Gate.shown($0) }.joined(separator: ", ")
  }
}

/// Paragraphs of free text.
package enum Paragraphs {
  /// The paragraphs, which blank lines part; single line ends inside one are blanks.
  ///
  /// Text without a blank line has a paragraph a line, as YAML's folded style leaves them.
  package static func shown(_ text: String) -> [ShownText] {
    let lines = Gate.lines(text)
    var trimmed = lines[...]
    while trimmed.last?.isBlank == true { trimmed.removeLast() }
    guard trimmed.contains(where: \.isBlank) else { return Array(trimmed) }
    return trimmed.split(whereSeparator: \.isBlank).map { Array($0).joined(separator: " ") }
  }
}
