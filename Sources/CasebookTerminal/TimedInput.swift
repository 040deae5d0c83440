/// Decodes a terminal's bytes by the times at which they are read.
///
/// It reads no clock: the caller passes the time, so that a test can use any.
package struct TimedInput {
  private var decoder: InputDecoder
  private let timing: InputTiming
  private var lastRead: ContinuousClock.Instant

  /// Makes an input of the keys that every terminal has.
  package init(timing: InputTiming, at now: ContinuousClock.Instant) {
    self.init(sequences: KeySequences(), timing: timing, at: now)
  }

  /// Makes an input of a terminal's keys.
  init(sequences: KeySequences, timing: InputTiming, at now: ContinuousClock.Instant) {
    decoder = InputDecoder(sequences: sequences)
    self.timing = timing
    lastRead = now
  }

  /// When a silence decides what is unfinished, or `nil` if nothing is.
  package var deadline: ContinuousClock.Instant? {
    timing.silence(for: decoder.pending).map { lastRead + $0 }
  }

  /// Decodes the bytes of one read.
  package mutating func read(
    _ bytes: some Collection<UInt8>, at now: ContinuousClock.Instant
  ) -> [InputEvent] {
    lastRead = now
    return decoder.decode(bytes)
  }

  /// Decides what is unfinished if nothing was read until its deadline.
  package mutating func wait(until now: ContinuousClock.Instant) -> [InputEvent] {
    var events: [InputEvent] = []
    while let deadline, now >= deadline { events += decoder.flush() }
    return events
  }
}
