import Glibc

/// Threads that do one piece of work together.
///
/// Dispatch gives work that begins inside of other work one thread only, so that a large table read
/// within a load would have no help.
enum Workers {
  /// Does the work on several threads at once, this one among them, and waits until all are done.
  ///
  /// Where the system gives no more threads, fewer do it.
  ///
  /// - Parameters:
  ///   - threads: how many threads.
  ///   - work: what each of them does.
  static func run(_ threads: Int, _ work: @Sendable () -> Void) {
    withoutActuallyEscaping(work) { work in
      var others: [pthread_t] = []
      for _ in 1..<max(1, threads) {
        if let thread = begin(work) { others.append(thread) }
      }
      work()
      for thread in others { pthread_join(thread, nil) }
    }
  }

  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private static func begin(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Work(work))
    let failure = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body() }
        return nil
      }, context.toOpaque())
    if failure == 0 { return thread }
    context.release()
    return nil
  }
}
