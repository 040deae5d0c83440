import CasebookCore
import CasebookText

/// The columns of two crossed fields: the values of the second, then what is not said.
package struct FacetColumns {
  /// One column.
  package struct Column {
    /// The number of the value; nil for what is not said.
    package let index: Int?
    /// What it is called.
    package let label: ShownText

    /// Whether it holds the cases without a value.
    package var isUnknown: Bool { index == nil }

    /// How many cases of a row have it.
    func count(in row: FacetRows.Row, _ cross: Cross) -> Int {
      switch row {
      case .value(let row): cross.count(row: row, column: index)
      case .unknown: cross.count(row: nil, column: index)
      case .total: cross.total(ofColumn: index)
      case .field: 0
      }
    }

    /// How many cases of a row of the table have it; the row of what is not said is nil.
    package func count(inRow row: Int?, _ cross: Cross) -> Int {
      cross.count(row: row, column: index)
    }
  }

  /// The columns of the values, those that say most first.
  package let values: [Column]
  /// The column of what is not said.
  package let unknown = Column(index: nil, label: "not said")

  /// All columns; what is not said stands last.
  package var all: [Column] { values + [unknown] }

  /// Makes the columns of a table.
  package init(_ cross: Cross) {
    let facet = cross.columns
    values = facet.indices(by: facet.usualOrder).map { index in
      Column(index: index, label: FacetWords.label(facet.values[index].text, of: facet.subject))
    }
  }
}
