import Glibc

/// Times over numbers of cases, both by powers of ten.
struct GrowthPlot {
  /// The figures that are drawn, with what they are called and the colour of their line.
  private static let lines: [(name: String, label: String, colour: String)] = [
    ("load, all, processor time", "load, processors", "#b5541c"),
    ("load, first cases", "first cases", "#8a6d00"),
    ("key, cold, 95 of 100", "a key in the filter", "#1f6fb2"),
    ("order, ready, title", "order by title, ready", "#7a4fa3"),
    ("facet, detainer.outcome", "facet", "#2c7d4f"),
    ("filter, status:removed", "filter by column", "#4d6a78"),
  ]
  private static let cases = 3.0...7.0
  private static let times = -2.0...5.0
  private static let frame = (left: 70.0, top: 20.0, width: 480.0, height: 350.0)

  private var points: [String: [(cases: Double, time: Double)]] = [:]

  /// Takes in a figure.
  mutating func add(_ name: String, cases: Double, milliseconds: Double) {
    points[name, default: []].append((log10(cases), log10(milliseconds)))
  }

  /// The picture.
  var svg: String {
    var parts = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 420\" font-family=\"sans-serif\""
        + " font-size=\"13\">",
      "<rect width=\"760\" height=\"420\" fill=\"#ffffff\"/>",
    ]
    for power in 3...7 { parts += vertical(Double(power), Self.caseLabel(power)) }
    for power in -2...5 { parts += horizontal(Double(power), Self.timeLabel(power)) }
    var lastLabel = -Double.infinity
    let drawn = Self.lines.compactMap { line in
      points[line.name].map { (line, $0.sorted { $0.cases < $1.cases }) }
    }
    for (line, points) in drawn.sorted(by: { end(of: $0.1) < end(of: $1.1) }) {
      parts.append(path(points, line.colour))
      // Names that would lie on each other move apart.
      lastLabel = max(end(of: points), lastLabel + 17)
      parts.append(
        "<text x=\"\(Self.frame.left + Self.frame.width + 10)\" y=\"\(Self.short(lastLabel + 4))\""
          + " fill=\"\(line.colour)\">\(line.label)</text>")
    }
    return (parts + ["</svg>"]).joined(separator: "\n")
  }

  // MARK: - Parts

  private func end(of points: [(cases: Double, time: Double)]) -> Double {
    points.last.map { y($0.time) } ?? 0
  }

  private func path(_ points: [(cases: Double, time: Double)], _ colour: String) -> String {
    let places = points.map { "\(Self.short(x($0.cases))),\(Self.short(y($0.time)))" }
    return "<polyline fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2.5\" points=\""
      + places.joined(separator: " ") + "\"/>"
  }

  private func vertical(_ power: Double, _ label: String) -> [String] {
    let (x, bottom) = (Self.short(x(power)), Self.frame.top + Self.frame.height)
    return [
      "<line x1=\"\(x)\" y1=\"\(Self.frame.top)\" x2=\"\(x)\" y2=\"\(bottom)\" stroke=\"#dddddd\"/>",
      "<text x=\"\(x)\" y=\"\(bottom + 20)\" text-anchor=\"middle\" fill=\"#333333\">\(label)</text>",
    ]
  }

  private func horizontal(_ power: Double, _ label: String) -> [String] {
    let (y, right) = (Self.short(y(power)), Self.frame.left + Self.frame.width)
    return [
      "<line x1=\"\(Self.frame.left)\" y1=\"\(y)\" x2=\"\(right)\" y2=\"\(y)\" stroke=\"#dddddd\"/>",
      "<text x=\"\(Self.frame.left - 8)\" y=\"\(y)\" dy=\"4\" text-anchor=\"end\""
        + " fill=\"#333333\">\(label)</text>",
    ]
  }

  private func x(_ power: Double) -> Double {
    let part = (power - Self.cases.lowerBound) / (Self.cases.upperBound - Self.cases.lowerBound)
    return Self.frame.left + part * Self.frame.width
  }

  private func y(_ power: Double) -> Double {
    let power = min(max(power, Self.times.lowerBound), Self.times.upperBound)
    let part = (power - Self.times.lowerBound) / (Self.times.upperBound - Self.times.lowerBound)
    return Self.frame.top + (1 - part) * Self.frame.height
  }

  private static func short(_ value: Double) -> Double { (value * 10).rounded() / 10 }

  private static func caseLabel(_ power: Int) -> String {
    ["1,000", "10,000", "100,000", "1 million", "10 million"][power - 3]
  }

  private static func timeLabel(_ power: Int) -> String {
    ["0.01 ms", "0.1 ms", "1 ms", "10 ms", "0.1 s", "1 s", "10 s", "100 s"][power + 2]
  }
}
