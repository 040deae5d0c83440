import Testing

@testable import CasebookCore

@Suite struct StripZoomTests {
  private func zoom(_ text: String, folds: Bool = true) -> StripZoom {
    StripZoom(StripEvent.events(events(text), .standard), folds: folds)
  }

  private func words(_ window: StripRange?) -> String {
    guard let window else { return "whole" }
    let clock = { (time: StripTime) in
      time.minuteOfDay == 0
        ? time.day.isoText
        : "\(time.day.isoText) \(time.minuteOfDay / 60):\(time.minuteOfDay % 60)"
    }
    return "\(clock(window.lowerBound)) \(clock(window.upperBound))"
  }

  private static let year = "hearing 2013-01-01, hearing 2013-07-01, hearing 2013-12-31"

  @Test func nearerIsHalfOfItAboutTheEvent() {
    let zoom = zoom(Self.year)
    #expect(words(zoom.whole) == "2013-01-01 2014-01-01")
    #expect(words(zoom.nearer(nil, about: 0)) == "2013-01-01 2013-07-03")
    #expect(words(zoom.nearer(nil, about: 1)) == "2013-04-01 2013-10-02")
    #expect(words(zoom.nearer(nil, about: 2)) == "2013-07-02 2014-01-01")
  }

  @Test func furtherGoesBackToTheWhole() {
    let zoom = zoom(Self.year)
    let once = zoom.nearer(nil, about: 1)
    let twice = zoom.nearer(once, about: 1)
    #expect(words(zoom.further(twice, about: 1)) == "2013-03-30 2013-10-03")
    #expect(zoom.further(once, about: 1) == nil)
  }

  @Test func nothingIsNearerThanADayOrHalfAnHourWhereTimesAreKnown() {
    for (text, minutes) in [(Self.year, 1_440), ("hearing 2013-01-01T10:00:00, appeal 2013", 30)] {
      let zoom = zoom(text)
      var window: StripRange?
      for _ in 0..<40 { window = zoom.nearer(window, about: 0) ?? window }
      #expect(window?.minutes == minutes)
      #expect(zoom.nearer(window, about: 0) == nil)
    }
  }

  @Test func stepsDoNotLeadThroughFolds() {
    let text = "entry 2003-05, hearing 2023-09-14, ice_arrest 2024-04-04"
    let window = range("2023-09-14", "2023-10-14")
    #expect(words(zoom(text).moved(window, later: false)) == "2003-05-10 2023-09-15")
    #expect(words(zoom(text, folds: false).moved(window, later: false)) == "2023-08-29 2023-09-30")
  }

  @Test func movingEndsAtTheEnds() {
    let zoom = zoom(Self.year)
    let first = zoom.nearer(nil, about: 0)
    #expect(zoom.moved(first, later: false) == nil)
    let last = zoom.moved(zoom.moved(first, later: true), later: true)
    #expect(last?.upperBound == zoom.whole?.upperBound)
    #expect(zoom.moved(last, later: true) == nil)
    #expect(zoom.moved(nil, later: true) == nil)
  }

  @Test func twoEventsAreFittedWhicheverIsFirst() {
    let zoom = zoom("hearing 2013-02, detainer 2013-03-03/2013-05-06, appeal -")
    #expect(words(zoom.fitting(0, 1)) == "2013-02-01 2013-05-07")
    #expect(zoom.fitting(1, 0) == zoom.fitting(0, 1))
    #expect(words(zoom.fitting(0, 2)) == "2013-02-01 2013-03-01")
    #expect(zoom.fitting(2, 2) == nil)
  }

  @Test(arguments: ["", "hearing -", "hearing -, appeal XXXX"])
  func withoutAKnownDayThereIsNoWindow(text: String) {
    let zoom = zoom(text)
    #expect(zoom.whole == nil)
    #expect(zoom.nearer(nil, about: 0) == nil)
    #expect(zoom.showing(0, in: nil) == nil)
  }

  @Test func theCensusCountsEveryEventOnce() {
    let zoom = zoom("entry 2013-01-01, hearing 2013-02-01, appeal 2013-03-01, relief -")
    let census = zoom.census(of: range("2013-01-20", "2013-02-20"))
    #expect([census.earlier, census.shown, census.later, census.undated] == [1, 1, 1, 1])
    #expect(zoom.events(in: range("2013-01-20", "2013-02-20")) == [1, 3])
    #expect(zoom.census(of: nil).shown == 3)
  }
}
