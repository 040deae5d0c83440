import CasebookApp
import CasebookCore
import CasebookText

/// The progress of loading, on one line of standard error. Nothing is written if that is not a
/// terminal or if loading is quick.
struct LoadProgress {
  private let start = ContinuousClock.now
  private let isShown = Environment.isTerminal(Output.error)
  private var lastShown: ContinuousClock.Instant?
  private var total = 0
  private var done = 0

  private static let patience = Duration.milliseconds(700)
  private static let pause = Duration.milliseconds(200)

  /// Whether every byte found was read.
  var isAll: Bool { done >= total }

  /// Takes in a step of loading.
  mutating func note(_ step: LoadStep) {
    switch step {
    case .found(_, let bytes): total = bytes
    case .segment(_, let problems, _, let bytes, _):
      done += bytes
      sayForecast(problems)
    case .beginnings, .cutShort: break
    case .restarted: done = 0
    }
    guard isShown else { return }
    let now = ContinuousClock.now
    guard total > 0, now >= (lastShown.map { $0 + Self.pause } ?? start + Self.patience) else {
      return
    }
    lastShown = now
    write("\rReading: \(min(100, done * 100 / total)) % ")
  }

  /// Says at once that the files will probably not fit into memory.
  private func sayForecast(_ problems: ProblemList) {
    for problem in problems.problems {
      guard case .mayNotFit = problem.fact else { continue }
      write("casebook: \(SpokenText.closed(ProblemWords.line(problem)))\n")
    }
  }

  /// Takes the line away again.
  func end() {
    if lastShown != nil { write("\r                \r") }
  }

  /// Progress that cannot be shown is no loss.
  private func write(_ text: ShownText) {
    try? Output.writeAll(Array(text.string.utf8), to: Output.error)
  }
}
