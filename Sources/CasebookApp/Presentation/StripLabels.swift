import CasebookCore
import CasebookText

/// The words beside and inside the marks of a strip.
struct StripLabels {
  let chronology: [Event]
  let vocabulary: Vocabulary
  let isASCII: Bool
  /// The sources of the case, which tell who reported an outcome.
  let sources: SourceTable

  /// The names of the events that share a mark, or of the one at hand; empty where they are many.
  func name(_ events: [Int], atHand: Int?) -> ShownText {
    if let atHand, events.contains(atHand), chronology.indices.contains(atHand) {
      return name(atHand)
    }
    guard events.count <= StripLabels.mostNames else { return .empty }
    return events.filter(chronology.indices.contains).map(name).joined(separator: ", ")
  }

  /// The names of the types of the events that share a mark, shorter than labels of their own.
  func typeName(_ events: [Int]) -> ShownText {
    guard events.count <= StripLabels.mostNames else { return .empty }
    return events.filter(chronology.indices.contains).map { typeName(chronology[$0]) }
      .joined(separator: ", ")
  }

  private static let mostNames = 3

  /// What stands in the bar of an event: the outcome with how it is known, else the name.
  func inside(_ index: Int) -> [(text: ShownText, role: StyleRole?)] {
    guard chronology.indices.contains(index) else { return [] }
    let event = chronology[index]
    if event.disputedKeys.contains("outcome") { return [("accounts differ", .warning)] }
    guard let outcome = event.outcome else {
      return [(name(index), nil)]
    }
    let words = shown(OutcomeWords.value(outcome, basis: event.text("outcome_basis")).string)
    guard let written = event.text("outcome_basis"), written != "recorded" else {
      return [(words, nil)]
    }
    let basis = EventBasis(written: written)
    let role: StyleRole? =
      basis == .reported ? .reported : basis == .derived ? .derived : nil
    let full = OutcomeWords.words(event, sources: sources)?.string ?? "\(words), \(written)"
    return [(shown(full), role), (words, role)]
  }

  /// The event's own label; else that of its type, without by whom or from where, which the lane
  /// says.
  private func name(_ index: Int) -> ShownText {
    let event = chronology[index]
    return event.label.map(shown) ?? typeName(event)
  }

  private func typeName(_ event: Event) -> ShownText {
    let name = StripWords.lowercasedFirst(vocabulary.type(event.type).label)
    return shown(String(name[..<(StripLabels.shortEnd(of: name) ?? name.endIndex)]))
  }

  /// Where a name can be cut: before what says by whom or from where.
  private static func shortEnd(of name: String) -> String.Index? {
    let words = [" from ", " by ", " at ", " of ", " for ", " to "]
    return words.compactMap { name.firstRange(of: $0)?.lowerBound }.min()
  }

  private func shown(_ text: String) -> ShownText {
    isASCII ? Gate.ascii(Gate.shown(text)) : Gate.shown(text)
  }
}
