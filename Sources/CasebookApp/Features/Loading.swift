/// How far the library is loaded.
package enum Loading: Sendable, Equatable {
  /// All of it.
  case done
  /// It goes on: the share of the bytes in percent, and cases a second, where they are known.
  case going(percent: Int?, rate: Int?)
  /// The user stopped it: what is there is a part.
  case stopped

  /// Whether more may come.
  package var isGoing: Bool {
    if case .going = self { return true }
    return false
  }
}
