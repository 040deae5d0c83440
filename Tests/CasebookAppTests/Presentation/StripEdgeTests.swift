import CasebookApp
import CasebookCanvas
import CasebookCore
import CasebookText
import Testing

/// Strips of cases at the edges of what there is, at many widths.
@Suite struct StripEdgeTests {
  private static let cases: [String: [Event]] = [
    "one-event": [event("detainer", "2023-10-13")],
    "one-day": [
      event("criminal_arrest", "2023-10-13"), event("criminal_charge", "2023-10-13"),
      event("detainer", "2023-10-13/2023-10-13"), event("jail_release", "2023-10-13"),
    ],
    "two-hundred-years": [
      event("entry", "1824-05"), event("policy", "1906"), event("hearing", "2024-05-01"),
    ],
    "thousand-events": (0..<1_000).map { number in
      let month = 1 + number / 90 % 12
      return event(
        ["hearing", "ice_custody", "jail_release"][number % 3],
        "2023-\(month < 10 ? "0" : "")\(month)-\(10 + number % 18)")
    },
    "hours": [
      event("criminal_arrest", "2023-10-13T08:05"), event("encounter", "2023-10-13T09:40"),
      event("detainer", "2023-10-13T13:00"), event("jail_release", "2023-10-13T13:05"),
      event("ice_arrest", "2023-10-13T23:59"),
    ],
    "only-unknown": [
      event("detainer", nil), event("hearing", "XXXX"), event("ice_arrest", nil),
    ],
  ]

  private static func event(_ type: String, _ date: String?) -> Event {
    Event(type: type, date: date.flatMap { try? CalendarDate($0) })
  }

  @Test(arguments: cases.keys.sorted())
  func edgesLookAsRecorded(_ name: String) throws {
    let chronology = try #require(Self.cases[name])
    var text = ""
    for columns in [20, 30, 40, 60, 80, 120, 200, 500] {
      for glyphs in [GlyphSet.unicode, .ascii] {
        text += "\(columns) columns, \(glyphs.isASCII ? "ASCII" : "Unicode")\n"
        let drawing = draw(chronology, columns, glyphs, cursor: 0)
        text += drawing.lines.map { $0.text.string + "\n" }.joined()
      }
    }
    Snapshot.expect(text, "strip-edge-\(name)")
  }

  @Test(arguments: cases.keys.sorted())
  func everyEventIsReachedAtEveryWidth(_ name: String) throws {
    let chronology = try #require(Self.cases[name])
    for columns in [20, 33, 80, 500] {
      for event in stride(from: 0, to: chronology.count, by: max(1, chronology.count / 50)) {
        let drawing = draw(chronology, columns, .unicode, cursor: event)
        let cursor = try #require(drawing.cursor)
        #expect(cursor.row < drawing.lines.count && cursor.column < columns)
        #expect(drawing.lines.allSatisfy { $0.columns <= columns })
      }
    }
  }

  private func draw(
    _ chronology: [Event], _ columns: Int, _ glyphs: GlyphSet, cursor: Int
  ) -> StripDrawing {
    let options = StripDrawing.Options(
      cursor: cursor, asOf: DayNumber(year: 2025, month: 10, day: 1), glyphs: glyphs)
    return StripDrawing(chronology, size: Size(columns: columns, rows: 12), options: options)
  }
}
