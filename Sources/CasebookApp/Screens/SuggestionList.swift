import CasebookCanvas
import CasebookCore
import CasebookText

/// The ways to go on with the filter being typed, below its line, or above it where it is the last
/// but one.
enum SuggestionList {
  /// Draws them below the word that they would replace, which begins before the cursor.
  static func draw(_ prompt: PromptState, _ state: State, _ canvas: inout Canvas) {
    let rows = rows(prompt.suggestions, canvas.glyphs)
    guard let first = prompt.suggestions.first, let width = rows.map(\.columns).max(),
      let cursor = canvas.cursor
    else { return }
    let shown = min(rows.count, limit(state.layout))
    let word = String(
      decoding: prompt.field.before.utf8.dropFirst(first.range.lowerBound), as: UTF8.self)
    let columns = min(width + 4, state.size.columns)
    let wanted = cursor.column - Gate.shown(word).columns - 2
    let left = max(0, min(wanted, state.size.columns - columns))
    let filter = state.layout.filter
    let top = state.layout.shape == .single ? filter.top - shown : filter.bottom
    let area = Rect(column: left, row: top, columns: columns, rows: shown)
    canvas.fill(area)
    let list = ListView(
      count: rows.count, selection: prompt.choice, isFocused: prompt.choice != nil)
    list.draw(in: area.inset(left: 2, right: 2), of: &canvas) { rows[$0] }
    for row in area.top..<area.bottom {
      for column in [area.left, area.right - 1] {
        canvas.draw(canvas.glyphs.vertical, .rule, at: Point(column: column, row: row))
      }
    }
  }

  /// Some rows of the list stay in sight.
  private static func limit(_ layout: ScreenLayout) -> Int {
    max(1, min(8, layout.shape == .single ? layout.list.rows - 3 : layout.list.rows - 2))
  }

  /// The texts with what they are and how many there are, in two columns.
  private static func rows(_ suggestions: [Suggestion], _ glyphs: GlyphSet) -> [StyledLine] {
    let texts = suggestions.map { suggestion in
      StyledLine(Gate.shown(suggestion.text))
        .truncated(to: textColumns, ellipsis: glyphs.ellipsis)
    }
    let width = texts.map(\.columns).max() ?? 0
    return zip(texts, suggestions).map { text, suggestion in
      guard let note = SuggestionWords.note(suggestion) else { return text }
      return text.padded(to: width) + StyledLine("  \(note)", .secondary)
    }
  }

  /// The widest text that is not cut: with what is said of it, it fits 40 columns.
  private static let textColumns = 24
}
