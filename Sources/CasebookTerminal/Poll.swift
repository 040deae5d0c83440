import Glibc

/// Waiting for descriptors.
enum Poll {
  /// Waits until one can be read or is closed, or the time has come; returns those that are ready.
  /// A signal handler that ran meanwhile ends the wait, too.
  static func wait(for descriptors: [Int32], until deadline: ContinuousClock.Instant?) -> [Int32] {
    var polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let timeout = deadline.map { milliseconds(until: $0) } ?? -1
    guard poll(&polled, nfds_t(polled.count), timeout) > 0 else { return [] }
    return polled.filter { $0.revents != 0 }.map(\.fd)
  }

  /// Rounded up, lest a wait end before its time.
  private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
    let left = max(.zero, deadline - ContinuousClock.now) / Duration.milliseconds(1)
    return Int32(min(left.rounded(.up), 1e9))
  }
}
