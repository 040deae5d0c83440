import CasebookCanvas

/// Where the parts of a lined-up list stand in its region.
package struct LineupLayout: Sendable, Equatable {
  /// What is lined up on what.
  package let caption: Rect
  /// The counts by type, a row each.
  package let band: Rect
  /// The axis.
  package let axis: Rect
  /// The cases.
  package let rows: Rect
  /// The case at hand in words; empty where there is no room.
  package let words: Rect
  /// The columns of the titles.
  package let titleColumns: Int

  /// The columns between title and timeline.
  static let gap = 1
  /// The most rows of counts.
  private static let mostBands = 8
  /// From so many rows on the case at hand is said in words.
  private static let wordRows = 12

  init(_ rect: Rect) {
    titleColumns = max(min(10, rect.columns / 2), min(48, rect.columns * 2 / 5))
    let words = rect.rows >= Self.wordRows ? 1 : 0
    let bands = max(0, min(Self.mostBands, (rect.rows - 4 - words) / 3))
    let parts = rect.split(top: 1)
    caption = parts.top
    let (band, rest) = parts.bottom.split(top: bands)
    self.band = band
    let (axis, below) = rest.split(top: 1)
    self.axis = axis.split(left: titleColumns + Self.gap).right
    let (rows, last) = below.split(top: below.rows - words)
    self.rows = rows
    self.words = last
  }

  /// The columns of the timelines.
  package var timeline: Rect { axis }
}
