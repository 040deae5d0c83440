import CasebookCore

/// A term of the filter, which holds together with the others, or is switched off for a while.
package struct FilterTerm: Sendable, Equatable {
  /// The term as written; a key of the order is one too.
  package var text: String
  /// Whether it holds.
  package var isOn = true

  /// Makes a term that holds.
  package init(_ text: String, isOn: Bool = true) {
    self.text = text
    self.isOn = isOn
  }
}

extension [FilterTerm] {
  /// The filter that the terms make together, those switched off left out.
  package var text: String { Query.text(joining: filter(\.isOn).map(\.text)) }

  /// The terms of another filter; those switched off before stay in their places.
  package func following(_ text: String) -> [FilterTerm] {
    if text == self.text { return self }
    let written = (try? Query.parse(text))?.terms ?? []
    var terms = written.map { FilterTerm($0) }
    for (index, term) in enumerated() where !term.isOn && !written.contains(term.text) {
      terms.insert(term, at: Swift.min(index, terms.count))
    }
    return terms
  }
}
