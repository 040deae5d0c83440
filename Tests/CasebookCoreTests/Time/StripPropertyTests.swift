import Testing

@testable import CasebookCore

/// Random cases that are the same in every run.
@Suite struct StripPropertyTests {
  private struct Sample {
    let events: [StripEvent]
    let layout: StripLayout
  }

  private static let dates = [
    "2013-08-31", "2013-08", "2013", "2013-08-31?", "2013-08~", "201X", "20XX", "2013-XX-XX",
    "2013-22", "2013-08-31T14:05:00", "2013-08-31/2013-09-30", "2013-08/2013-11",
    "2013-08-31/..", "2013-08-31/", "../2013-08-31", "/2013-08", "2013/2014~", "XXXX", "-",
  ]

  /// The date with its years, months and days moved at random, the same shift for both ends.
  private static func date(_ random: inout SplitMix, years: Int) -> String {
    let form = dates[Int.random(in: 0..<dates.count, using: &random)]
    let year = String(2013 + Int.random(in: 0...years, using: &random))
    let day = String(10 + Int.random(in: 0...18, using: &random))
    return form.replacing("2013-08-31/2013-09-30", with: "\(year)-08-\(day)/\(year)-09-30")
      .replacing("2013-08-31", with: "\(year)-08-\(day)").replacing("2013", with: year)
  }

  private static func sample(_ seed: Int) -> Sample {
    var random = SplitMix(seed: UInt64(seed))
    let years = [0, 1, 10, 200].randomElement(using: &random) ?? 0
    let types = Vocabulary.standard.types
    let count = [1, 2, 5, 20, 200].randomElement(using: &random) ?? 1
    let events = (0..<count).map { _ in
      let type = types[Int.random(in: 0..<types.count, using: &random)].name
      let claims = Int.random(in: 0..<8, using: &random) == 0 ? ["2013-08-0\(1 + seed % 9)"] : []
      return event(type, date(&random, years: years), claims: claims)
    }
    let window = Bool.random(using: &random) ? nil : range("2013-07-01", "2014-02-28")
    let read = StripEvent.events(events, .standard)
    return Sample(
      events: read,
      layout: StripLayout(
        read, columns: Int.random(in: 0...500, using: &random),
        rows: Int.random(in: 0...20, using: &random), folds: Bool.random(using: &random),
        window: window))
  }

  @Test(arguments: 0..<400)
  func everyEventIsDrawnOrNamedAsOutside(_ seed: Int) {
    let sample = Self.sample(seed)
    let strip = sample.layout
    let drawn = strip.lanes.flatMap(\.rows).flatMap { $0 }.flatMap(\.events)
    #expect(Set(drawn + strip.earlier + strip.later) == Set(sample.events.indices))
    #expect(Set(drawn).isDisjoint(with: strip.earlier + strip.later))
    for event in drawn { #expect(!strip.marks(of: event).isEmpty) }
  }

  @Test(arguments: 0..<400)
  func everyEventIsDrawnInsideItsPossibleDays(_ seed: Int) {
    let sample = Self.sample(seed)
    let axis = sample.layout.axis
    for mark in sample.layout.lanes.flatMap(\.rows).flatMap({ $0 }) where mark.shape != .crowd {
      for event in mark.events {
        let places = sample.events[event].places
        if places.isEmpty {
          #expect(mark.columns.lowerBound == axis.margin.lowerBound)
          continue
        }
        #expect(places.contains { place in holds(place, mark.columns, axis) })
      }
    }
  }

  @Test(arguments: 0..<400)
  func lanesAndMarksNeverShareColumnsByAccident(_ seed: Int) {
    let strip = Self.sample(seed).layout
    let categories = strip.lanes.flatMap(\.categories)
    #expect(categories == EventCategory.allCases.filter(categories.contains))
    for row in strip.lanes.flatMap(\.rows) {
      var base: StripMark?
      for mark in row {
        #expect(mark.columns.lowerBound >= 0)
        #expect(mark.columns.upperBound < strip.columns)
        if mark.isOver {
          let under = base?.columns ?? 0...0
          #expect(under.contains(mark.columns.lowerBound))
          #expect(under.contains(mark.columns.upperBound))
        } else {
          #expect((base?.columns.upperBound ?? -1) < mark.columns.lowerBound)
          base = mark
        }
      }
    }
  }

  @Test(arguments: 0..<400)
  func theAxisRunsOnAndItsTextsNeverTouch(_ seed: Int) {
    let strip = Self.sample(seed).layout
    for (left, right) in zip(strip.axis.parts, strip.axis.parts.dropFirst()) {
      #expect(left.range.upperBound == right.range.lowerBound)
      #expect(left.columns.upperBound == right.columns.lowerBound)
      #expect(left.isFold != right.isFold)
    }
    for part in strip.axis.parts { #expect(!part.columns.isEmpty && !part.range.isEmpty) }
    #expect((strip.axis.parts.last?.columns.upperBound ?? 0) <= strip.axis.columns.upperBound)
    var end = -1
    for tick in strip.ticks {
      #expect(tick.column > end || (tick.text == "//" && tick.column == end))
      end = tick.text == "//" ? tick.columns.upperBound - 1 : tick.columns.upperBound
    }
    #expect(end <= strip.columns)
  }

  /// Windows as a user comes to them: some steps nearer, further, earlier and later.
  private static func windows(_ zoom: StripZoom, _ count: Int, _ seed: Int) -> [StripRange?] {
    var random = SplitMix(seed: UInt64(seed) &* 7_919)
    var window: StripRange?
    return (0..<8).map { _ in
      let event = Int.random(in: 0..<count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0...2: window = zoom.nearer(window, about: event) ?? window
      case 3: window = zoom.further(window, about: event)
      case 4: window = zoom.moved(window, later: true) ?? window
      default: window = zoom.moved(window, later: false) ?? window
      }
      return window
    }
  }

  @Test(arguments: 0..<200)
  func everyEventIsReachedByStepsAtEveryZoom(_ seed: Int) {
    let events = Self.sample(seed).events
    let zoom = StripZoom(events, folds: seed % 2 == 0)
    for window in Self.windows(zoom, events.count, seed) {
      for event in stride(from: 0, to: events.count, by: max(1, events.count / 7)) {
        let followed = zoom.showing(event, in: window)
        let strip = StripLayout(
          events, columns: [20, 60, 200][seed % 3], folds: seed % 2 == 0, window: followed)
        #expect(!strip.marks(of: event).isEmpty)
        #expect(followed == nil || window != nil)
      }
    }
  }

  @Test(arguments: 0..<100)
  func columnsGoOnWithTime(_ seed: Int) {
    let axis = Self.sample(seed).layout.axis
    guard let shown = axis.range else { return }
    var last = axis.columns.lowerBound
    for step in 0...1_000 {
      let time = shown.lowerBound.advanced(by: shown.minutes / 1_000 * step)
      let column = axis.column(of: time)
      #expect(column >= last)
      #expect(axis.columns.contains(column))
      if shown.contains(time) {
        #expect(axis.range(ofColumn: column)?.contains(time) == true)
      }
      last = column
    }
  }

  /// Whether a place may be on every one of some columns; beyond the ends of the axis lies only
  /// what goes on.
  private func holds(_ place: StripPlace, _ columns: ClosedRange<Int>, _ axis: StripAxis) -> Bool {
    let earliest: StripTime?
    let latest: StripTime?
    switch place.extent {
    case .point(let date): (earliest, latest) = (date.range.lowerBound, date.range.last)
    case .lasting(let start, let end):
      (earliest, latest) = (start.date?.range.lowerBound, end.date?.range.last)
    }
    return columns.allSatisfy { column in
      guard let range = axis.range(ofColumn: column) else {
        return column < axis.parts[0].columns.lowerBound ? earliest == nil : latest == nil
      }
      return (earliest.map { $0 < range.upperBound } ?? true)
        && (latest.map { $0 >= range.lowerBound } ?? true)
    }
  }
}
