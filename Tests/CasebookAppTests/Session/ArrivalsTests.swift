import CasebookApp
import CasebookCore
import CasebookTesting
import Testing

struct ArrivalsTests {
  private static let steps = TestLibrary.steps([
    ("a.jsonl", "{\"id\":\"a\"}\n{\"id\":\"b\"}\n"), ("b.jsonl", "{\"id\":\"c\"}\n"),
  ])

  private static func arrivals(after time: Duration = .zero) -> Arrivals {
    Arrivals(elapsed: { time }, wake: {})
  }

  @Test func whatIsTakenIsGone() {
    let arrivals = Self.arrivals()
    for step in Self.steps { #expect(arrivals.put(step)) }
    #expect(arrivals.take().steps.count == Self.steps.count)
    #expect(arrivals.take().steps.isEmpty)
  }

  @Test func shareIsOfTheBytesAndRateOfTheCases() {
    let early = Self.arrivals()
    #expect(early.take().loading == .going(percent: nil, rate: nil))
    let later = Self.arrivals(after: .seconds(2))
    for step in Self.steps { _ = later.put(step) }
    #expect(later.take().loading == .going(percent: 99, rate: 1))
    later.finish()
    #expect(later.take().loading == .done)
  }

  @Test func aLoaderThatWasStoppedLeavesAPart() {
    let arrivals = Self.arrivals()
    #expect(arrivals.put(Self.steps[0]))
    arrivals.stop()
    #expect(arrivals.take().loading.isGoing)
    #expect(!arrivals.put(Self.steps[1]))
    arrivals.finish()
    #expect(arrivals.take().loading == .stopped)
  }

  @Test func aStopThatCameTooLateChangesNothing() {
    let arrivals = Self.arrivals()
    for step in Self.steps { _ = arrivals.put(step) }
    arrivals.stop()
    arrivals.finish()
    #expect(arrivals.take().loading == .done)
  }

  @Test func whatIsVoidStaysUntilSomethingIsThereInItsPlace() {
    let arrivals = Self.arrivals()
    for step in Self.steps + [.restarted, Self.steps[0]] { _ = arrivals.put(step) }
    #expect(arrivals.take().steps.count == Self.steps.count)
    #expect(arrivals.take().steps.isEmpty)
    _ = arrivals.put(Self.steps[1])
    #expect(arrivals.take().steps.count == 3)
  }

  @Test func atTheEndNothingIsHeldBack() {
    let arrivals = Self.arrivals()
    for step in Self.steps + [.restarted, Self.steps[0]] { _ = arrivals.put(step) }
    arrivals.finish()
    #expect(arrivals.take().steps.count == Self.steps.count + 2)
  }
}
