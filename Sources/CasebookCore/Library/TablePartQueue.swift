import Synchronization

/// Gives out the parts of tables in their order, to any thread.
final class TablePartQueue: Sendable {
  /// Cases that can be read by themselves.
  struct Part {
    /// What reads them.
    let source: TableSource
    /// Whether no part follows.
    let isLast: Bool
    /// Bytes of files that were read for it.
    let byteCount: Int
    /// Why the text ends with it too early.
    var failure: SourceFileError?
  }

  private let state: Mutex<State>

  // Sound to send: only ever touched under the lock, and each part is taken by one thread alone.
  private struct State: @unchecked Sendable {
    var parts: [Part]
    var given = 0
    var cutter: TableCutter?
  }

  /// Gives out parts that are known.
  init(_ parts: [Part]) {
    state = Mutex(State(parts: parts))
  }

  /// Gives out what is cut as it is asked for.
  init(_ cutter: sending TableCutter) {
    state = Mutex(State(parts: [], cutter: cutter))
  }

  /// The next part with its number from 0; nothing where all are given out.
  func next() -> (number: Int, part: Part)? {
    state.withLock { state in
      let part =
        state.cutter.map { $0.nextPart() }
        ?? (state.given < state.parts.count ? state.parts[state.given] : nil)
      defer { state.given += 1 }
      return part.map { Given(number: state.given, part: $0) }
    }.map { ($0.number, $0.part) }
  }

  /// Gives out nothing more.
  func stop() {
    state.withLock { state in
      state.parts = []
      state.cutter = nil
    }
  }

  // Sound to send: as above.
  private struct Given: @unchecked Sendable {
    let number: Int
    let part: Part
  }
}
