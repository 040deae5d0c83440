import CasebookCanvas
import CasebookCore
import CasebookText

/// The timeline of one case as text of any height, for pipes and files.
package enum StripText {
  /// The summary, the strip, and the named intervals, one a line; in fewer than twenty columns the
  /// strip is left out.
  package static func lines(
    _ chronology: [Event], vocabulary: Vocabulary = .standard,
    options: StripDrawing.Options = .init(), columns: Int
  ) -> [ShownText] {
    var options = options
    options.cursor = nil
    let intervals = CaseIntervals(chronology, names: options.intervals, asOf: options.asOf)
    let drawing = StripDrawing(
      chronology, vocabulary: vocabulary, size: Size(columns: columns, rows: allRows),
      options: options, hasWords: false)
    let lines =
      [StripWords.summary(chronology)] + drawing.lines.map(\.text)
      + intervals.told.map { StripWords.named($0, asOf: options.asOf) }
    return options.glyphs.isASCII ? lines.map { Gate.ascii($0) } : lines
  }

  /// More rows than a strip can have.
  private static let allRows = 1_000
}
