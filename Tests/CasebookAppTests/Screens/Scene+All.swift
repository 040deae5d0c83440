import CasebookApp
import CasebookCanvas

extension Scene {
  /// The three sizes every important screen is looked at in, and the edges of the layouts.
  static let start =
    [(80, 24), (40, 12), (200, 50), (120, 40), (20, 5), (19, 4), (60, 18), (59, 18), (100, 24)]
    .map { Scene("start", $0.0, $0.1) }

  static let threeSizes = [(80, 24), (40, 12), (200, 50)].flatMap { size in
    let (columns, rows) = size
    return [
      Scene("case", columns, rows, .samples, founding, .run("show")),
      Scene(
        "case-end", columns, rows, .samples, founding, .run("show"), .keys([.character("G")])),
      Scene(
        "timeline", columns, rows, .samples, founding, .run("timeline"),
        .keys([.right, .right, .right, .right])),
      Scene(
        "zoomed", columns, rows, .samples, founding, .run("timeline 4"), .run("timeline"),
        .type("++(l")),
      Scene("filter", columns, rows, .samples, .type("/outcome:declined")),
      Scene("filter-error", columns, rows, .samples, .type("/colour:red")),
      Scene("nothing-found", columns, rows, .samples, .type("/zebra"), .keys([.enter])),
      Scene("help", columns, rows, .samples, .type("?")),
      Scene("problems", columns, rows, .files(faulty), .type("!")),
      Scene("reader", columns, rows, .samples, reader),
      Scene("reader-case", columns, rows, .samples, reader, founding, .run("show")),
      Scene("reader-timeline", columns, rows, .samples, reader, founding, .run("timeline")),
      Scene("ascii", columns, rows, .samples, ascii, founding, .run("timeline")),
      Scene(
        "columns", columns, rows, .samples,
        .run("columns title,detainer,detainer.outcome=12,detainer->jail_release,agency")),
      Scene("columns-page", columns, rows, .samples, .type("C"), .keys([.down, .right, .down])),
      Scene("marked", columns, rows, .samples, .keys([.down]), .type("mji"), .type("ask")),
      Scene("settings", columns, rows, .samples, .run("set")),
      Scene("no-cases", columns, rows, .files([])),
      Scene("loading", columns, rows, .partly([], steps: 1)),
      Scene("partly-loaded", columns, rows, .partly(wide, steps: 2)),
      Scene(
        "partly-loaded-filter", columns, rows, .partly(wide, steps: 2),
        .loaded(.going(percent: 34, rate: 412_345)), .type("/narrow"), .keys([.enter])),
      Scene("stopped", columns, rows, .partly(wide, steps: 2), .loaded(.stopped)),
    ]
  }

  static let details = [
    Scene("open-date", 80, 24, .samples, .run("go ex-016"), .run("timeline")),
    Scene("event-without-date", 80, 24, .samples, .run("go ex-024"), .run("show")),
    Scene("wide-characters-case", 80, 24, .samples, .run("go ex-032"), .run("show")),
    Scene("wide-characters", 40, 12, .files(wide)),
    Scene("wide-characters", 80, 24, .files(wide)),
    Scene("right-to-left-case", 80, 24, .samples, .run("go ex-031"), .run("show")),
    Scene("right-to-left-list", 80, 24, .files(rightToLeft)),
    Scene("right-to-left-list", 40, 12, .files(rightToLeft)),
    Scene("hostile", 80, 24, .files(hostile)),
    Scene("hostile-ascii", 80, 24, .files(hostile + wide), ascii),
    Scene("no-events", 80, 24, .files(withoutEvents), .run("timeline")),
    Scene("refused", 80, 24, .files(faulty)),
    Scene("all-refused", 80, 24, .files([("bad.yaml", "id: [\n")])),
    Scene("filter-kept", 80, 24, .samples, .type("/outcome:declined"), .keys([.enter])),
    Scene("filter-taken-back", 80, 24, .samples, .type("/declined"), .keys([.escape])),
    Scene("command", 80, 24, .samples, .type(":ne"), .keys([.tab])),
    Scene("command-error", 80, 24, .samples, .type(":sho"), .type("ww"), .keys([.enter])),
    Scene("find", 80, 24, .samples, founding, .run("show"), .type("/Hartford")),
    Scene(
      "found", 80, 24, .samples, founding, .run("show"), .type("/Hartford"), .keys([.enter]),
      .type("n")),
    Scene("theme", 80, 24, .samples, .type("T")),
    Scene("where", 120, 40, .samples, .type("w")),
    Scene("raw", 80, 24, .samples, founding, .run("raw")),
    Scene("messages", 80, 24, .samples, .type("K"), .run("messages")),
    Scene("last", 80, 24, .samples, .type("G")),
    Scene("resized-from", 40, 12, .samples, .type("G"), .resize(80, 24)),
    Scene(
      "span", 80, 24, .samples, founding, .run("timeline 4"), .run("timeline"), .type("(ll)b")),
    Scene("unfolded", 80, 24, .samples, founding, .run("timeline"), .type("z")),
    Scene("reader-filter", 80, 24, .samples, reader, .type("/status is open")),
    Scene("reader-filtered", 80, 24, .samples, reader, .type("/declined"), .keys([.enter])),
    Scene("reader-error", 80, 24, .samples, reader, .type(":lst"), .keys([.enter, .down])),
    Scene("reader-page-turned", 40, 12, .samples, reader, .run("go 10")),
    Scene("reader-help", 80, 24, .samples, reader, .type("?")),
    Scene("reader-no-events", 80, 24, .files(withoutEvents), reader, .run("timeline")),
    Scene("compare", 80, 24, .samples, .run("compare ex-002")),
    Scene("history", 80, 24, .samples, .type(":list"), .keys([.enter]), .run("history")),
    Scene("help-end", 80, 24, .samples, .type("?G")),
  ]

  /// Many cases in time, at every size.
  static let lineups = [(80, 24), (40, 12), (120, 40), (200, 50)].flatMap { size in
    let (columns, rows) = size
    return [
      Scene("lined-up", columns, rows, .samples, .type("a")),
      Scene("timelines", columns, rows, .samples, .type("vjj")),
      Scene("pathways", columns, rows, .samples, .type("pjj")),
    ]
  }

  static let lineupDetails = [
    Scene("lined-up-last", 80, 24, .samples, .run("align last ice_arrest"), .type("G")),
    Scene("lined-up-zoomed", 80, 24, .samples, .type("a+++"), .keys([.right, .right])),
    Scene("lined-up-ranked", 120, 40, .samples, .type("a"), .run("rank detainer->jail_release")),
    Scene("lined-up-ascii", 80, 24, .samples, ascii, .type("a")),
    Scene("lined-up-ascii", 40, 12, .samples, ascii, .type("a")),
    Scene("lined-up-case", 80, 24, .samples, .type("a"), .keys([.enter])),
    Scene("lined-up-none", 80, 24, .samples, .run("filter no:hearing"), .run("align hearing")),
    Scene("lined-up-partial", 80, 24, .files(partial), .run("align detainer")),
    Scene("timelines-undated", 80, 24, .files(withoutEvents), .type("v")),
    Scene("pathways-aligned", 80, 24, .samples, .type("ap")),
    Scene("pathways-backwards", 80, 24, .samples, .type("apB")),
    Scene("pathways-shut", 80, 24, .samples, .type("p"), .keys([.left])),
    Scene("pathways-hidden", 80, 24, .samples, .type("pjjxm")),
    Scene("pathways-ascii", 80, 24, .samples, ascii, .type("p")),
    Scene("pathways-kept", 80, 24, .samples, .type("pj"), .keys([.enter])),
    Scene("pathways-none", 80, 24, .files(withoutEvents), .type("p")),
    Scene("pathways-end", 80, 24, .samples, .type("pG")),
  ]

  static let all =
    start + threeSizes + details + lineups + lineupDetails + filters
    + filterDetails + facets + facetDetails

  private static let founding = Step.run("go ct-2024-0007")
  private static let reader = Step.look { $0.isReader = true }
  private static let ascii = Step.look { $0.isASCII = true }
}

// MARK: - Files

extension Scene {
  static let faulty: [File] = [
    ("a-good.yaml", "id: good-1\ntitle: A good case\nevents:\n  - {type: entry, date: 2013}\n"),
    (
      "b-date.yaml",
      "id: bad-date\ntitle: A wrong date\nevents:\n  - {type: entry, date: 2013-02-30}\n"
    ),
    (
      "c-indent.yaml",
      "id: bad-indent\ntitle: A wrong indent\nevents:\n  - type: entry\n   date: 2013\n"
    ),
    (
      "d-key.yaml",
      "id: unknown-key\ntitle: An unknown key\nevent:\n  - {type: entry, date: 2013}\n"
    ),
    ("e-quote.yaml", "id: open-quote\ntitle: \"No end\nevents: []\n"),
    ("f-good.yaml", "id: good-2\ntitle: Another good case\ndate: 2014-05\n"),
  ]

  static let wide: [File] = [
    (
      "wide.yaml",
      """
      id: 拘留-1
      title: 漢字かな交じり文の長い題名がここにあります、ハートフォード矯正センター
      status: 拘留中
      place: 東京都
      events:
        - {type: detainer, date: 2023-10-13/2024-02-01, facility: 矯正センター}
        - {type: jail_release, date: 2024-02-01, place: 東京}
      """
    ),
    ("narrow.yaml", "id: narrow\ntitle: Narrow beside wide\ndate: 2023-10-13\n"),
  ]

  static let rightToLeft: [File] = [
    ("hebrew.yaml", "id: rtl-1\ntitle: מעצר לא כובד, הרטפורד\ndate: 2023-10-13\n"),
    ("arabic.yaml", "id: rtl-2\ntitle: لم يُحترم أمر الاحتجاز\ndate: 2023-10\n"),
    ("latin.yaml", "id: ltr-1\ntitle: Left to right\ndate: 2023\n"),
  ]

  static let hostile: [File] = [
    (
      "hostile.yaml",
      """
      id: "h\\u202e1"
      title: "Escape \\e[31m, bell \\a, bidi \\u202e, null \\0, tab \\t end"
      status: "two\\nlines"
      summary: "One \\e]0;title\\a and \\u200b nothing."
      events:
        - {type: entry, date: 2013, place: "\\e[2J"}
      """
    )
  ]

  static let partial: [File] = [
    (
      "partial.jsonl",
      """
      {"id":"p1","title":"Months and years","events":[{"type":"detainer","date":"2020-03"},\
      {"type":"criminal_charge","date":"2020"},{"type":"ice_arrest","date":"2020-05~"}]}
      {"id":"p2","title":"Open and unknown ends","events":[{"type":"detainer","date":"2020-03-05/.."},\
      {"type":"ice_custody","date":"2020-04-01/"},{"type":"jail_custody","date":"/2020-03-20"}]}
      {"id":"p3","title":"An undated detainer","events":[{"type":"detainer"},{"type":"removal"}]}
      {"id":"p4","title":"Far apart","events":[{"type":"entry","date":"1950-01-01"},\
      {"type":"detainer","date":"2020-01-01"},{"type":"removal","date":"2024-01-01"}]}
      """
    )
  ]

  static let withoutEvents: [File] = [
    ("none.yaml", "id: none\ntitle: A case without events\nevents: []\n")
  ]
}
