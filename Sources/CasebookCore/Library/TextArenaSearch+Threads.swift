import Glibc
import Synchronization

extension TextArenaSearch {
  /// Runs all pieces on several threads, the calling one among them, unless it is told to stop.
  ///
  /// A small search stays on the calling thread; where the system gives no thread, fewer do it.
  ///
  /// - Parameters:
  ///   - threads: The most threads that take part.
  ///   - stops: Asked before each piece, by any of the threads.
  /// - Returns: The cases found, or nothing where it stopped.
  public func run(threads: Int, unless stops: @escaping @Sendable () -> Bool) -> Bitmap? {
    let helpers = min(threads, pieceCount / Self.piecesPerThread) - 1
    guard helpers > 0 else { return run(unless: stops) }
    let work = SharedSearch(self, stops: stops)
    let started = (0..<helpers).compactMap { _ in work.startThread() }
    work.runPieces()
    for thread in started { pthread_join(thread, nil) }
    return work.result
  }

  /// Pieces that are worth starting a thread for: about as long as starting it takes.
  private static let piecesPerThread = 4
}

/// A search that threads take the pieces of, one after the other.
private final class SharedSearch: Sendable {
  private let search: TextArenaSearch
  private let stops: @Sendable () -> Bool
  private let next = Atomic(0)
  private let stopped = Atomic(false)
  private let found: Mutex<Bitmap>

  init(_ search: TextArenaSearch, stops: @escaping @Sendable () -> Bool) {
    self.search = search
    self.stops = stops
    found = Mutex(Bitmap(count: search.arena.caseCount))
  }

  /// What has been found, unless a thread was told to stop.
  var result: Bitmap? {
    stopped.load(ordering: .acquiring) ? nil : found.withLock { $0 }
  }

  /// Runs pieces until none is left, and adds what it found.
  func runPieces() {
    var mine = Bitmap(count: search.arena.caseCount)
    while !stopped.load(ordering: .relaxed) {
      let piece = next.add(1, ordering: .relaxed).oldValue
      guard piece < search.pieceCount else { break }
      if stops() {
        stopped.store(true, ordering: .releasing)
      } else {
        search.run(piece, into: &mine)
      }
    }
    found.withLock { $0.formUnion(mine) }
  }

  /// A thread that runs pieces, or nothing where the system gives none.
  func startThread() -> pthread_t? {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self)
    let status = pthread_create(
      &thread, nil,
      { context in
        context.map { Unmanaged<SharedSearch>.fromOpaque($0).takeRetainedValue().runPieces() }
        return nil
      }, context.toOpaque())
    guard status == 0 else {
      context.release()
      return nil
    }
    return thread
  }
}
