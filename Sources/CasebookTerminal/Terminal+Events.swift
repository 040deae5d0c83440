import CTerminal
import CasebookCanvas
import Glibc

extension Terminal {
  /// Waits for what happens next at the terminal, by a signal, or at one of the descriptors.
  ///
  /// Without a timeout it waits for ever. Keys and signals come before descriptors.
  package func nextEvent(
    timeout: Duration? = nil, watching descriptors: [Int32] = []
  ) -> TerminalEvent {
    let deadline = timeout.map { ContinuousClock.now + $0 }
    while waiting.isEmpty {
      if isGone || !isOpen { return .gone }
      let ready = Poll.wait(
        for: [ct_input(screen), ct_signals()] + descriptors,
        until: [deadline, input.deadline].compactMap(\.self).min())
      if ready.contains(ct_signals()) { takeSignals() }
      if ready.contains(ct_input(screen)) {
        readKeys()
      } else {
        enqueue(input.wait(until: .now))
      }
      guard waiting.isEmpty else { break }
      if let other = descriptors.first(where: ready.contains) { return .ready(other) }
      if let deadline, ContinuousClock.now >= deadline { return .timedOut }
    }
    return waiting.removeFirst()
  }

  // MARK: - Keys

  /// The most bytes that are decoded together.
  private static let mostAtOnce = 1 << 16
  /// The pause that ends a burst of text; the pieces of a paste come faster.
  private static let pauseInBurst = Duration.milliseconds(10)

  /// Reads what the terminal has sent. Text that comes faster than it can be typed is read to its
  /// end, so that a paste without marks is one piece wherever the system cuts it.
  private func readKeys() {
    var bytes: [UInt8] = []
    repeat {
      bytes += readPiece()
    } while !isGone && bytes.count < Self.mostAtOnce && isInputReady(after: bytes)
    if !bytes.isEmpty { enqueue(input.read(bytes, at: .now)) }
  }

  private func readPiece() -> ArraySlice<UInt8> {
    var piece = [UInt8](repeating: 0, count: 4096)
    let count = read(ct_input(screen), &piece, piece.count)
    if count == 0 || count < 0 && errno != EINTR && errno != EAGAIN { isGone = true }
    return piece.prefix(max(0, count))
  }

  /// Whether more bytes of the same burst are there, or come at once.
  private func isInputReady(after bytes: [UInt8]) -> Bool {
    let isBurst = bytes.count >= InputDecoder.burst && !bytes.contains(Byte.escape)
    let end = ContinuousClock.now + (isBurst ? Self.pauseInBurst : .zero)
    return !Poll.wait(for: [ct_input(screen)], until: end).isEmpty
  }

  private func enqueue(_ events: [InputEvent]) {
    var keys: [Key] = []
    func endKeys() {
      if !keys.isEmpty { waiting.append(.keys(keys)) }
      keys = []
    }
    for event in events {
      if case .key(let key) = event, key != .control("z") {
        keys.append(key)
        continue
      }
      endKeys()
      switch event {
      case .key: suspend(group: true)
      case .paste(let text): waiting.append(.paste(text))
      case .pasteWithoutEnd: waiting.append(.pasteWithoutEnd)
      case .escapeTakenBack: waiting.append(.escapeTakenBack)
      }
    }
    endKeys()
  }

  // MARK: - Signals

  /// Takes all signals. Resizing is awaited to pause for 10 ms, but for 50 ms at most.
  private func takeSignals() {
    var isResized = false
    var rounds = 0
    repeat {
      while case let signal = ct_next_signal(), signal != 0 {
        isResized = isResized || signal == SIGWINCH
        take(signal)
      }
      rounds += 1
      let pause = ContinuousClock.now + .milliseconds(10)
      if !isResized || Poll.wait(for: [ct_signals()], until: pause).isEmpty { break }
    } while rounds < 5
    if isResized, ct_update_size(screen) { announceSize() }
  }

  private func take(_ signal: Int32) {
    switch signal {
    case SIGWINCH: break
    case SIGTSTP: suspend(group: false)
    case SIGCONT: comeBack()
    default: waiting.append(.terminate(signal: signal))
    }
  }
}
