import CasebookApp
import CasebookCanvas
import CasebookCore

/// What time takes: a key in the strip and in the lined-up list, lining up, ranking and pathways,
/// each from the key to the new picture.
struct TimeMeasures {
  private let library: Library
  private let measures: Measures
  private static let sampledCases = 50

  init(_ library: Library, _ measures: Measures) {
    self.library = library
    self.measures = measures
  }

  func run(brief: Bool) {
    measureStrip()
    measureLineup()
    if !brief { measurePathways() }
  }

  /// Every zoom of the strips of cases from all over the library.
  private func measureStrip() {
    let session = opened()
    let step = max(1, library.caseCount / Self.sampledCases)
    var times: [Double] = []
    for row in stride(from: 0, to: library.caseCount, by: step) {
      session.run(line: "go \(row + 1)")
      session.run(line: "timeline")
      _ = draw(session)
      for key in ["+", "+", "+", "+", "+", "]", ">", "-", "-", "-", "0", "z", "z", "}"] {
        times.append(time(session) { session.press(.character(Character(key))) })
      }
      session.run(line: "list")
    }
    tell("strip, a key", times)
  }

  /// Lining up and ranking from cold, then every change of the axis and steps through the rows.
  private func measureLineup() {
    let align = (0..<measures.repeats).map { _ in
      let session = opened()
      return time(session) { session.run(line: "align detainer") }
    }
    measures.tell("align, key to picture", Measures.median(align), "ms")
    let rank = (0..<measures.repeats).map { _ in
      let session = opened()
      session.run(line: "align detainer")
      return time(session) { session.run(line: "rank detainer->jail_release") }
    }
    measures.tell("rank, key to picture", Measures.median(rank), "ms")
    let session = opened()
    session.run(line: "align detainer")
    _ = draw(session)
    var times: [Double] = []
    for key: Key in [.character("+"), .character("-"), .left, .right, .character("0")] {
      for _ in 0..<3 { times.append(time(session) { session.press(key) }) }
    }
    tell("lined-up rows, a key of the axis", times)
    times = []
    for key: Key in [.down, .pageDown, .end, .up, .pageUp, .home] {
      for _ in 0..<3 { times.append(time(session) { session.press(key) }) }
    }
    tell("lined-up rows, a step", times)
  }

  private func measurePathways() {
    let times = (0..<measures.repeats).map { _ in
      let session = opened()
      return time(session) { session.run(line: "pathways") }
    }
    measures.tell("pathways, key to picture", Measures.median(times), "ms")
  }

  // MARK: - Help

  private func tell(_ name: String, _ times: [Double]) {
    measures.tell("\(name), 95 of 100", Measures.quantile(times, 0.95), "ms")
    measures.tell("\(name), longest", times.max() ?? 0, "ms")
  }

  /// From a key to the new picture.
  private func time(_ session: Session, _ body: () -> Void) -> Double {
    Measures.milliseconds {
      body()
      _ = draw(session)
    }
  }

  private func draw(_ session: Session) -> Canvas {
    MainScreen.draw(session.state, session.workspace)
  }

  private func opened() -> Session {
    let session = Session(
      library: library, today: DayNumber(rawValue: 20_000), size: Size(columns: 120, rows: 50))
    _ = draw(session)
    return session
  }
}
