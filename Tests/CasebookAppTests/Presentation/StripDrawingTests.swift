import CasebookApp
import CasebookCanvas
import CasebookCore
import CasebookText
import Testing

@Suite struct StripDrawingTests {
  @Test(arguments: [
    "ct-2024-0007", "ex-008", "ex-013", "ex-017", "ex-023", "ex-024", "ex-034",
  ])
  func stripsLookAsRecorded(_ id: String) {
    var text = ""
    for columns in [18, 20, 40, 60, 80, 120, 200, 500] {
      for glyphs in [GlyphSet.unicode, .ascii] {
        let drawing = draw(id, columns: columns, rows: 16, glyphs: glyphs)
        text += "\(columns) columns, \(glyphs.isASCII ? "ASCII" : "Unicode")\n"
        text += drawing.lines.map { $0.text.string + "\n" }.joined()
      }
    }
    Snapshot.expect(text, "strip-\(id)")
  }

  @Test func theFoundingCaseSaysItsIntervals() {
    let texts = draw("ct-2024-0007", columns: 110, rows: 16).lines.map(\.text.string)
    #expect(
      texts.suffix(2) == [
        "Detainer, 13 October 2023 to 1 February 2024. 29 days after the charge.",
        "Charge to detainer 29 days.  Detainer to release 111 days.  Release to ICE arrest 63 days.",
      ])
  }

  @Test(arguments: [
    (7, "Detainer, 13 October 2023 to 1 February 2024. 29 days after the charge."),
    (3, "Detainer, 13 October 2023 to 1 February 2024. 29 days after the charge."),
    (2, "Detainer, 13 October 2023 to 1 February 2024. 29 days after the charge."),
    (1, "9 events, 2 without a date, 2008 to 19 April 2024"),
  ])
  func fewRowsKeepALineOfWords(_ rows: Int, _ last: String) {
    let lines = draw("ct-2024-0007", columns: 80, rows: rows).lines
    #expect(lines.count == rows)
    #expect(lines.last?.text.string == last)
  }

  @Test func anEventThatWasNotGoneToLeavesASingleLineToTheIntervals() {
    let options = StripDrawing.Options(cursor: 3, isStepping: false)
    let lines = StripDrawing(
      SampleCases.chronology("ct-2024-0007"), size: Size(columns: 80, rows: 3), options: options
    ).lines
    #expect(
      lines.last?.text.string == "Charge to detainer 29 days.  Detainer to release 111 days.")
  }

  @Test func fewColumnsHaveOnlyWords() {
    let lines = draw("ct-2024-0007", columns: 17, rows: 9).lines.map(\.text.string)
    #expect(lines == ["9 events, 2 with…", "Detainer, 13 Oct…"])
  }

  @Test func theEventAtHandIsSelectedWithItsName() {
    let lines = draw("ct-2024-0007", columns: 110, rows: 16, cursor: 5).lines
    let selected = lines.flatMap(\.spans).filter { $0.role == .selected }.map(\.text.string)
    #expect(selected == ["●", "arrest"])
  }

  @Test func theCursorStandsOnTheMarkOfTheEventAtHand() {
    let drawing = draw("ct-2024-0007", columns: 80, rows: 16, cursor: 2)
    let point = drawing.cursor
    #expect(point == Point(column: 34, row: 2))
    let row = Array(drawing.lines[point?.row ?? 0].text.string)
    #expect(row[point?.column ?? 0] == "●")
  }

  @Test(arguments: [GlyphSet.unicode, .ascii])
  func recordedReportedAndDerivedLookDifferentWithoutColour(_ glyphs: GlyphSet) {
    let bases = [nil, "recorded", "reported", "derived"]
    for date in ["2013-08-01", "2013-08-01/2013-08-20"] {
      let texts = bases.map { basis in
        var event = Event(type: "hearing", date: try? CalendarDate(date))
        if let basis { event.fields.append(Field("basis", .text(basis))) }
        return draw([event, anchor], columns: 60, rows: 9, glyphs: glyphs).lines[2].text.string
      }
      #expect(texts[0] == texts[1])
      #expect(Set(texts).count == 3)
    }
  }

  @Test func asciiStripsAreASCII() {
    for id in SampleCases.all.keys {
      let lines = draw(id, columns: 120, rows: 30, glyphs: .ascii).lines.dropLast(3)
      let marks = lines.flatMap(\.spans).filter { $0.role != .normal }
      #expect(marks.allSatisfy { $0.text.string.utf8.allSatisfy { $0 < 0x80 } })
    }
  }

  /// Every size for every sample: nothing is wider or higher than the room.
  @Test(arguments: SampleCases.all.keys.sorted())
  func stripsStayInTheirRoom(_ id: String) {
    for columns in [0, 1, 5, 19, 20, 21, 29, 30, 39, 59, 60, 61, 100, 333, 500] {
      for rows in [0, 1, 2, 3, 4, 7, 30] {
        let drawing = draw(id, columns: columns, rows: rows)
        #expect(drawing.lines.count <= rows)
        #expect(drawing.lines.allSatisfy { $0.columns <= columns })
        guard let cursor = drawing.cursor else { continue }
        #expect(cursor.row < drawing.lines.count && cursor.column < columns)
      }
    }
  }

  @Test func everyEventOfTheSamplesHasAPlaceForTheCursor() {
    for (id, content) in SampleCases.all {
      for event in content.events.indices {
        #expect(draw(id, columns: 80, rows: 12, cursor: event).cursor != nil, "\(id) \(event)")
      }
    }
  }

  private let anchor = Event(type: "detainer", date: try? CalendarDate("2013-07-01/2013-09-30"))

  private func draw(
    _ id: String, columns: Int, rows: Int, glyphs: GlyphSet = .unicode, cursor: Int? = 3
  ) -> StripDrawing {
    draw(SampleCases.chronology(id), columns: columns, rows: rows, glyphs: glyphs, cursor: cursor)
  }

  private func draw(
    _ chronology: [Event], columns: Int, rows: Int, glyphs: GlyphSet, cursor: Int? = nil
  ) -> StripDrawing {
    let options = StripDrawing.Options(
      cursor: cursor, asOf: DayNumber(year: 2025, month: 10, day: 1), glyphs: glyphs)
    return StripDrawing(
      chronology, size: Size(columns: columns, rows: rows), options: options)
  }
}
