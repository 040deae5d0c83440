import CasebookCore
import CasebookText

/// The orders that facets can be put in: by count, their own, and for two fields by the share of
/// each value of the second.
package struct FacetOrders {
  private let answer: FacetAnswer

  init(_ answer: FacetAnswer) {
    self.answer = answer
  }

  /// Every order, as one steps through them.
  private var all: [Facet.Order] {
    let shares = answer.columns.map { $0.all.map { Facet.Order.share(of: $0.index) } }
    return [.count, .natural] + (shares ?? [])
  }

  /// The order that words ask for; the next where there are none.
  func order(
    _ arguments: Arguments, after now: Facet.Order?
  ) throws(CommandFailure) -> Facet.Order {
    switch arguments.text {
    case "":
      let place = all.firstIndex(of: now ?? answer.rows.usualOrder) ?? 0
      return all[(place + 1) % all.count]
    case "count": return .count
    case "own": return .natural
    default:
      guard let cross = answer.cross else {
        throw CommandFailure(
          "One field alone has no shares of another", next: "Type by and a field to cross it with")
      }
      guard let order = Self.share(of: arguments.text, cross.columns) else {
        throw CommandFailure(
          "No listed case has \(Gate.shown(arguments.text)) there",
          next: "Type count, own, or a value of \(Gate.shown(cross.columns.subject.text))")
      }
      return order
    }
  }

  /// The order by the share of a value, as it is written or as it is called, or of `not said`.
  package static func share(of text: String, _ columns: Facet) -> Facet.Order? {
    if text.lowercased() == "not said" { return .share(of: nil) }
    let index =
      columns.values.firstIndex { $0.text == text }
      ?? columns.values.firstIndex {
        FacetWords.label($0.text, of: columns.subject).string.lowercased() == text.lowercased()
      }
    return index.map { .share(of: $0) }
  }

  /// "By the share of declined".
  func words(_ order: Facet.Order) -> ShownText {
    switch order {
    case .count: return "Biggest first"
    case .natural: return "In their own order"
    case .share(let column):
      let label = column.flatMap { index in
        answer.cross.map {
          FacetWords.label($0.columns.values[index].text, of: $0.columns.subject)
        }
      }
      return "By the share of \(label ?? "not said")"
    }
  }
}
