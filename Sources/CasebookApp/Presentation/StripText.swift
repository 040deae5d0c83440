import CasebookCanvas
import CasebookCore
import CasebookText

/// The timeline of one case as text of any height, for pipes and files.
package enum StripText {
  /// The title, the summary, the strip, and the named intervals; in fewer than twenty columns the
  /// strip is left out. Sentences are wrapped to `columns`, but to twenty at least.
  package static func lines(
    _ chronology: [Event], title: ShownText? = nil, vocabulary: Vocabulary = .standard,
    options: StripDrawing.Options = .init(), columns: Int
  ) -> [ShownText] {
    var options = options
    options.cursor = nil
    let intervals = CaseIntervals(chronology, names: options.intervals, asOf: options.asOf)
    let drawing = StripDrawing(
      chronology, vocabulary: vocabulary, size: Size(columns: columns, rows: allRows),
      options: options, hasWords: false)
    func wrapped(_ texts: [ShownText]) -> [ShownText] {
      let shown = options.glyphs.isASCII ? texts.map { Gate.ascii($0) } : texts
      return shown.flatMap { $0.wrapped(to: max(20, columns)) }
    }
    let strip = drawing.lines.map(\.text)
    return wrapped([title, StripWords.summary(chronology)].compactMap(\.self))
      + (options.glyphs.isASCII ? strip.map { Gate.ascii($0) } : strip)
      + wrapped(intervals.told.map { StripWords.named($0, asOf: options.asOf) })
  }

  /// More rows than a strip can have.
  private static let allRows = 1_000
}
