import CasebookCore
import CasebookText

/// What an event says, decided once for screens, plain mode and text output.
package struct EventFacts: Sendable {
  /// The event.
  package let event: Event
  private let content: Case
  private let type: EventType
  private let vocabulary: Vocabulary
  private let dates: DateForm

  /// Reads the facts of an event of a case; dates in a form.
  package init(
    _ event: Event, of content: Case, vocabulary: Vocabulary, dates: DateForm = .short
  ) {
    self.event = event
    self.content = content
    self.dates = dates
    self.vocabulary = vocabulary
    type = vocabulary.type(event.type)
  }

  /// The keys that have a place of their own on every view.
  private static let placed: Set<String> = [
    "label", "place", "facility", "agency", "charge", "charge_status", "outcome",
    "outcome_basis", "by", "text", "basis",
  ]

  /// The event's own heading, or the label of its type.
  package var heading: ShownText { Gate.shown(event.label ?? type.label) }

  /// When, in words.
  package var date: ShownText {
    DateText.words(event, dates)
  }

  /// The role of its lane.
  package var role: StyleRole { type.category.role }

  /// "ICE to Hartford Correctional Facility"; "ICE ERO Boston, at Hartford".
  package var whoAndWhere: ShownText? {
    let agency = event.agency.map { Gate.shown($0) }
    let facility = event.facility.map { Gate.shown($0) }
    let place = event.place.map { Gate.shown($0) }
    let isRequest = type.category == .detainer
    let parts: [ShownText]
    if let agency, let facility, isRequest {
      parts = ["\(agency) to \(facility)", place].compactMap { $0 }
    } else {
      parts = [agency, facility, place].compactMap { $0 }
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// "not honored (per ICE)", "booked (recorded)", "refused (reported), not on the list", "lifted
  /// (guessed, not on the list)".
  package var outcome: ShownText? {
    let basis = event.text("outcome_basis") == nil ? "basis" : "outcome_basis"
    let words = OutcomeWords.words(event, sources: content.sourceTable, remark: unlisted(basis))
    return unlisted("outcome").flatMap { remark in words.map { "\($0), \(remark)" } } ?? words
  }

  private var basis: ShownText? {
    let key = event.text("basis") == nil ? "outcome_basis" : "basis"
    guard let value = event.text(key) else { return nil }
    return unlisted(key).map { "\(Gate.shown(value)), \($0)" } ?? Gate.shown(value)
  }

  /// The remark that the value of a key is not on its list, if it is not.
  private func unlisted(_ key: String) -> ShownText? {
    guard let value = event.text(key), vocabulary.isUnlisted(value, of: key, in: event.type) else {
      return nil
    }
    return "not on the list"
  }

  /// "sexual assault of a minor, first degree (alleged)".
  package var charge: ShownText? {
    let remark = unlisted("charge_status").map { ", \($0)" as ShownText } ?? ""
    return event.charge.map {
      "\(Gate.shown($0)) (\(KeyWords.value(event.chargeStatus))\(remark))"
    }
  }

  /// "press release, ICE ERO Boston, 19 Apr 2024 (page 2)".
  package func words(_ reference: SourceReference) -> ShownText {
    let source = content.source(reference.id)
    let words = source.map { CaseFacts.words($0, dates: dates) } ?? Gate.shown(reference.id)
    guard let locator = reference.locator else { return words }
    if reference.id.isEmpty { return Gate.shown(locator) }
    return "\(words) (\(Gate.shown(locator)))"
  }

  /// The sources in one line, those of accounts among them, or that there is none.
  package var sources: ShownText {
    let all = event.allSources
    return all.isEmpty ? "none given" : all.map(words).joined(separator: "; ")
  }

  /// "2 accounts differ on the agency: Hartford Correctional Facility (news); ...".
  package var disputes: [ShownText] {
    event.disputedKeys.map { AccountWords.line(on: $0, event.claims, dates) }
  }

  /// What one looks for in a detainer and does not find: "Facility: unknown."
  package var missing: [Fact] {
    guard type.category == .detainer else { return [] }
    return ["agency", "facility", "outcome"].filter { event.text($0) == nil }
      .map { Fact(KeyWords.label($0), "unknown", .unknown) }
  }

  /// Fields that have no place of their own, in the order of the file.
  package var others: [Fact] {
    event.fields.filter { !Self.placed.contains($0.key) }
      .map { field in
        let remark = unlisted(field.key).map { " (\($0))" as ShownText } ?? ""
        return Fact(KeyWords.label(field.key), field.value.words(dates) + remark)
      }
  }

  /// The paragraphs of what was said or written, with who said it where the file tells.
  package var text: [ShownText] {
    guard let text = event.text("text") else { return [] }
    return Paragraphs.shown(text)
  }

  /// Every fact with its label, for reading one a line.
  package var all: [Fact] {
    var facts = [Fact("Event", heading, role), Fact("Date", date)]
    for (key, text) in [("agency", event.agency), ("facility", event.facility)] {
      if let text { facts.append(Fact(KeyWords.label(key), Gate.shown(text))) }
    }
    if let place = event.place { facts.append(Fact("Place", Gate.shown(place))) }
    if let charge { facts.append(Fact("Charge", charge)) }
    if let outcome { facts.append(Fact("Outcome", outcome)) }
    if let by = event.text("by") { facts.append(Fact("Said by", Gate.shown(by))) }
    if event.outcome == nil, let basis { facts.append(Fact("Basis", basis)) }
    facts += text.map { Fact("Text", $0) }
    facts += others
    facts += disputes.map { Fact("Accounts", $0, .warning) }
    let all = event.allSources
    if all.isEmpty {
      facts.append(Fact("Source", "none given", .unknown))
    } else {
      facts += all.map { Fact("Source", words($0)) }
    }
    return facts
  }
}

extension EventCategory {
  /// The role that gives the lane its look.
  package var role: StyleRole {
    switch self {
    case .movement: .movement
    case .criminal: .criminal
    case .detainer: .detainer
    case .immigration: .immigration
    case .proceedings: .proceedings
    case .context: .context
    }
  }
}
