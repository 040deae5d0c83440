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

extension Scene {
  /// The facets beside the list, or alone on small screens.
  static let facets = [(80, 24), (40, 12), (120, 40), (200, 50)].flatMap { size in
    let (columns, rows) = size
    return [
      Scene("facet-fields", columns, rows, .samples, .type("f")),
      Scene("facet", columns, rows, .samples, .run("facets detainer.outcome")),
      Scene(
        "facet-chosen", columns, rows, .samples, .run("facets outcome"), .keys([.enter, .down])),
      Scene("facet-by-month", columns, rows, .samples, .run("facets detainer by month")),
      Scene(
        "facet-cross", columns, rows, .samples, .run("facets detainer.facility by detainer.outcome")
      ),
    ]
  }

  static let facetDetails = [
    Scene("facet-excluded", 80, 24, .samples, .run("facets outcome"), .type("!G")),
    Scene("facet-interval", 80, 24, .samples, .run("facets detainer->jail_release")),
    Scene("facet-weekday", 80, 24, .samples, .run("facets ice_arrest by weekday"), .type("o")),
    Scene("facet-unknown", 80, 24, .samples, .run("facets outcome"), .type("G"), .keys([.enter])),
    Scene("facet-no-term", 80, 24, .samples, .run("facets ice_arrest by weekday"), .keys([.enter])),
    Scene("facet-by", 80, 24, .samples, .run("facets outcome"), .type("bstat"), .keys([.tab])),
    Scene("facet-closed", 120, 40, .samples, .run("facets outcome"), .keys([.escape])),
    Scene("facet-beside", 120, 40, .samples, .run("facets outcome"), .keys([.tab, .tab])),
    Scene("facet-partial", 80, 24, .partly(wide, steps: 2), .run("facets type")),
    Scene("facet-ascii", 80, 24, .samples, .look { $0.isASCII = true }, .run("facets outcome")),
  ]
}
