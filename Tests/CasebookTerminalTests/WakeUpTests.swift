import Testing

@testable import CasebookTerminal

@Suite struct WakeUpTests {
  private func isReady(_ wakeUp: WakeUp) -> Bool {
    !Poll.wait(for: [wakeUp.descriptor], until: .now).isEmpty
  }

  @Test func aSignalLastsUntilItIsCleared() throws {
    let wakeUp = try WakeUp()
    #expect(!isReady(wakeUp))
    wakeUp.signal()
    wakeUp.signal()
    #expect(isReady(wakeUp))
    wakeUp.clear()
    #expect(!isReady(wakeUp))
    wakeUp.clear()
    #expect(!isReady(wakeUp))
  }

  @Test func aWaitWithoutDeadlineEndsByASignalOfAnotherThread() async throws {
    let wakeUp = try WakeUp()
    let signalling = Task { wakeUp.signal() }
    #expect(Poll.wait(for: [wakeUp.descriptor], until: nil) == [wakeUp.descriptor])
    await signalling.value
  }
}
