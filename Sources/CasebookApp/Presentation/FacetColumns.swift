import CasebookCore
import CasebookText

/// The columns of two crossed fields: the values of the second, then what is not said.
package struct FacetColumns {
  /// One column.
  package struct Column {
    /// The number of the value; nothing for what is not said.
    package let index: Int?
    /// What it is called.
    package let label: ShownText

    /// Whether it holds the cases without a value.
    var isUnknown: Bool { index == nil }

    /// How many cases of a row have it.
    func count(in row: FacetRows.Row, _ cross: Cross) -> Int {
      switch row {
      case .value(let row): cross.count(row: row, column: index)
      case .unknown: cross.count(row: nil, column: index)
      case .field, .excluded: 0
      }
    }

    /// How many cases of a row of the table have it; nothing for the row of what is not said.
    package func count(inRow row: Int?, _ cross: Cross) -> Int {
      cross.count(row: row, column: index)
    }
  }

  /// The columns, those that say most first, what is not said last.
  package let all: [Column]

  /// Makes the columns of a table.
  package init(_ cross: Cross) {
    let facet = cross.columns
    let values = facet.indices(by: facet.usualOrder).map { index in
      Column(index: index, label: FacetWords.label(facet.values[index].text, of: facet.subject))
    }
    all = values + [Column(index: nil, label: "not said")]
  }
}
