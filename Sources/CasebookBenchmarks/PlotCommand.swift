import ArgumentParser

/// Draws how times grow with the number of cases.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: "Draw the figures of measure, read from standard input, as SVG.")

  func run() throws {
    var plot = GrowthPlot()
    while let line = readLine() {
      let parts = line.split(separator: "\t")
      guard parts.count == 4, parts[3] == "ms", let cases = Double(parts[1]),
        let value = Double(parts[2]), cases > 0, value > 0
      else { continue }
      plot.add(String(parts[0]), cases: cases, milliseconds: value)
    }
    print(plot.svg)
  }
}
