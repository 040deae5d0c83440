import CasebookCanvas
import CasebookCore
import CasebookText

/// Pathways whole as text: a title, the branches in columns, what was counted.
package enum PathwayText {
  /// The lines; sentences are wrapped, and no line is wider than `columns`.
  package static func lines(
    _ pathways: Pathways, top: Int?, columns: Int, vocabulary: Vocabulary, glyphs: GlyphSet
  ) -> [ShownText] {
    let table = PathwayTable(pathways, columns: columns, vocabulary: vocabulary, glyphs: glyphs)
    let outline = PathwayOutline(
      pathways, isOpen: { _ in true },
      limit: top.map { top in { _ in top } } ?? PathwayOutline.usual(pathways))
    let sentences =
      [PathwayWords.title(pathways, vocabulary)]
      + PathwayWords.rule(pathways.rule, vocabulary)
    let rows = [table.header] + outline.rows.map { table.line($0, pathways) }
    var notes = PathwayWords.counts(pathways, vocabulary)
    let isCut = pathways.branches.indices.contains { pathways.deeperCount(of: $0) > 0 }
    if isCut {
      notes.append("Paths are cut after \(pathways.depth) steps; those with + go on.")
    }
    func wrapped(_ texts: [ShownText]) -> [ShownText] {
      texts.flatMap { (glyphs.isASCII ? Gate.ascii($0) : $0).wrapped(to: columns) }
    }
    return wrapped(sentences) + rows.map { $0.text.trimmingEnd }
      + (notes.isEmpty ? [] : [""]) + wrapped(notes)
  }
}

extension ShownText {
  /// Without blanks at the end.
  fileprivate var trimmingEnd: ShownText {
    prefix(columns: columns - string.reversed().prefix { $0 == " " }.count)
  }
}
