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
      let silence = silenceAwaited.map { lastInput + $0 }
      let ready = Poll.wait(
        for: [ct_input(screen), ct_signals()] + descriptors,
        until: [deadline, silence].compactMap(\.self).min())
      if ready.contains(ct_signals()) { takeSignals() }
      if ready.contains(ct_input(screen)) {
        readKeys()
      } else if let silence, ContinuousClock.now >= silence {
        enqueue(decoder.flush())
      }
      guard waiting.isEmpty else { break }
      if let other = descriptors.first(where: ready.contains) { return .ready(other) }
      if let deadline, ContinuousClock.now >= deadline { return .timedOut }
    }
    return waiting.removeFirst()
  }

  // MARK: - Keys

  /// The silence after which an unfinished sequence is decided; 25 ms tell Escape from a sequence.
  private var silenceAwaited: Duration? {
    switch decoder.pending {
    case .nothing: nil
    case .key: .milliseconds(25)
    case .rest: .milliseconds(500)
    }
  }

  private func readKeys() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(ct_input(screen), &bytes, bytes.count)
    lastInput = .now
    if count > 0 {
      enqueue(decoder.decode(bytes.prefix(count)))
    } else if count == 0 || errno != EINTR && errno != EAGAIN {
      isGone = true
    }
  }

  private func enqueue(_ events: [InputEvent]) {
    for event in events {
      switch event {
      case .key(.control("z")): suspend(group: true)
      case .key(let key): waiting.append(.key(key))
      case .paste(let text): waiting.append(.paste(text))
      }
    }
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
