import CasebookApp
import CasebookCanvas

extension Scene {
  /// Typing a filter, stepping through its terms, taking back.
  static let filters = [(80, 24), (40, 12), (120, 40), (200, 50)].flatMap { size in
    let (columns, rows) = size
    return [
      Scene("suggested-fields", columns, rows, .samples, .type("/out")),
      Scene("suggested-values", columns, rows, .samples, .type("/hartford outcome:")),
      Scene("suggestion-chosen", columns, rows, .samples, .type("/sta"), .keys([.down, .down])),
      Scene("suggestion-taken", columns, rows, .samples, .type("/outc"), .keys([.tab, .tab])),
      Scene("wrong-field", columns, rows, .samples, .type("/hartford facilty:x or y")),
      Scene("wrong-value", columns, rows, .samples, .type("/outcome:declind")),
      Scene(
        "nothing-left", columns, rows, .samples, .type("/outcome:declined zebra"), .keys([.enter])),
      Scene("terms", columns, rows, .samples, filtered, .type("Fl")),
      Scene("term-off", columns, rows, .samples, filtered, .type("Fl ")),
      Scene("sorted", columns, rows, .samples, .run("sort detainer down")),
    ]
  }

  static let filterDetails = [
    Scene(
      "culprit-dropped", 80, 24, .samples, .type("/outcome:declined zebra"), .keys([.enter]),
      .type("x")),
    Scene("term-edited", 80, 24, .samples, filtered, .type("F"), .keys([.enter]), .type("x")),
    Scene("term-negated", 80, 24, .samples, filtered, .type("F!")),
    Scene("terms-left", 80, 24, .samples, filtered, .type("F"), .keys([.escape])),
    Scene("undone", 80, 24, .samples, filtered, .type("cu")),
    Scene("redone", 80, 24, .samples, filtered, .type("cuu"), .keys([.control("r")])),
    Scene("nothing-to-undo", 80, 24, .samples, .type("u")),
    Scene("sort-prompt", 80, 24, .samples, .type("sdetainer-"), .keys([.tab])),
    Scene("suggestion-left", 80, 24, .samples, .type("/sta"), .keys([.down, .escape])),
    Scene(
      "long-terms", 40, 12, .samples,
      .run("filter has:detainer facility:\"county jail\" -status:open sort:-detainer"),
      .type("Flll")),
  ]

  private static let filtered = Step.run("filter outcome:declined -hartford sort:title")
}
