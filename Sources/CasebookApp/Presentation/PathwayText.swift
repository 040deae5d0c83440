import CasebookCanvas
import CasebookCore
import CasebookText

/// Pathways whole as text: a title, the branches in columns, what was counted.
package enum PathwayText {
  /// The lines.
  package static func lines(
    _ pathways: Pathways, top: Int?, columns: Int, vocabulary: Vocabulary, glyphs: GlyphSet
  ) -> [ShownText] {
    let table = PathwayTable(pathways, columns: columns, vocabulary: vocabulary, glyphs: glyphs)
    let outline = PathwayOutline(
      pathways, isOpen: { _ in true },
      limit: top.map { top in { _ in top } } ?? PathwayOutline.usual(pathways))
    var lines = [PathwayWords.title(pathways, vocabulary)]
    lines += PathwayWords.rule(pathways.rule, vocabulary)
    lines +=
      [table.header.text.trimmingEnd]
      + outline.rows.map { table.line($0, pathways).text.trimmingEnd }
    var notes = PathwayWords.counts(pathways, vocabulary)
    let isCut = pathways.branches.indices.contains { pathways.deeperCount(of: $0) > 0 }
    if isCut {
      notes.append("Paths are cut after \(pathways.depth) steps; those with + go on.")
    }
    return lines + (notes.isEmpty ? [] : [""]) + notes
  }
}

extension ShownText {
  /// Without blanks at the end.
  fileprivate var trimmingEnd: ShownText {
    prefix(columns: columns - string.reversed().prefix { $0 == " " }.count)
  }
}
