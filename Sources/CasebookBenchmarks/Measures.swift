import Glibc

/// What was measured on a library: a line each of name, cases, value and unit, parted by tabs.
struct Measures {
  let cases: Int
  /// How often what can be repeated is.
  let repeats: Int

  /// Tells a figure.
  func tell(_ name: String, _ value: Double, _ unit: String) {
    let digits = value < 10 ? 100.0 : 10
    let figure = (value * digits).rounded() / digits
    // Figures that cannot be told are no loss: the reader of the pipe is gone.
    try? StandardOutput.line("\(name)\t\(cases)\t\(figure)\t\(unit)")
  }

  /// Tells the middle of several times in milliseconds.
  func tell(_ name: String, _ body: () -> Void) {
    tell(name, Self.median((0..<repeats).map { _ in Self.milliseconds(body) }), "ms")
  }

  /// How long something takes.
  static func milliseconds(_ body: () -> Void) -> Double {
    ContinuousClock().measure(body) / .milliseconds(1)
  }

  static func median(_ values: [Double]) -> Double { quantile(values, 0.5) }

  /// The value that so large a part of all is not above.
  static func quantile(_ values: [Double], _ part: Double) -> Double {
    let sorted = values.sorted()
    guard let last = sorted.last else { return 0 }
    let index = Int((Double(sorted.count) * part).rounded(.up)) - 1
    return index < sorted.count ? sorted[max(0, index)] : last
  }

  /// The time that processors have worked for the program, its threads together.
  static var processorMilliseconds: Double {
    Double(clock()) / Double(CLOCKS_PER_SEC) * 1_000
  }

  /// The memory of the program that is in use, in bytes.
  static var residentBytes: Double {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var text = [CChar](repeating: 0, count: 128)
    guard fgets(&text, Int32(text.count), file) != nil else { return 0 }
    let words = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
      .split(separator: " ")
    return words.count > 1 ? (Double(words[1]) ?? 0) * Double(sysconf(Int32(_SC_PAGESIZE))) : 0
  }
}
