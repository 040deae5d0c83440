import CasebookApp
import Dispatch
import Synchronization
import Testing

struct WorkerTests {
  private typealias Strings = Worker<Int, String>

  private static func answers(_ worker: Strings) -> [String] {
    worker.take().compactMap { event in
      if case .answered(_, let answer) = event { return answer }
      return nil
    }
  }

  @Test func anAnswerIsTakenOnce() {
    let woken = Atomic(0)
    let worker = Strings { woken.add(1, ordering: .relaxed) }
    let ticket = worker.ask(1) { _ in "yes" }
    #expect(ticket.wait(for: .never))
    #expect(woken.load(ordering: .relaxed) == 1)
    #expect(worker.isOpen(1))
    #expect(Self.answers(worker) == ["yes"])
    #expect(!worker.isOpen(1))
    #expect(Self.answers(worker) == [])
  }

  @Test func theNewestQuestionOfATopicWins() {
    let worker = Strings {}
    let gate = DispatchSemaphore(value: 0)
    let old = worker.ask(1) { ticket in
      gate.wait()
      return ticket.isStale ? nil : "old"
    }
    let new = worker.ask(1) { _ in "new" }
    #expect(old.isStale && !new.isStale && old.generation < new.generation)
    gate.signal()
    #expect(new.wait(for: .never))
    #expect(Self.answers(worker) == ["new"])
  }

  @Test func anAnswerThatBecameStaleBeforeItWasTakenIsDropped() {
    let worker = Strings {}
    #expect(worker.ask(1) { _ in "old" }.wait(for: .never))
    #expect(worker.ask(1) { _ in "new" }.wait(for: .never))
    #expect(Self.answers(worker) == ["new"])
  }

  @Test func topicsDoNotWaitForEachOther() {
    let worker = Strings {}
    let gate = DispatchSemaphore(value: 0)
    let slow = worker.ask(1) { _ in
      gate.wait()
      return "slow"
    }
    #expect(worker.ask(2) { _ in "quick" }.wait(for: .never))
    #expect(Self.answers(worker) == ["quick"])
    gate.signal()
    #expect(slow.wait(for: .never))
    #expect(Self.answers(worker) == ["slow"])
  }

  @Test func whatIsCancelledIsNoLongerOpen() {
    let worker = Strings {}
    #expect(worker.ask(1) { _ in "late" }.wait(for: .never))
    worker.cancel(1)
    #expect(!worker.isOpen(1))
    #expect(Self.answers(worker) == [])
  }

  @Test func workThatStopsByItselfLeavesNothingOpen() {
    let worker = Strings {}
    #expect(worker.ask(1) { _ in nil }.wait(for: .never))
    #expect(!worker.isOpen(1))
  }
}
