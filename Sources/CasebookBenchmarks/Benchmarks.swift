import ArgumentParser

/// Measures the engine; peers are measured beside it by `compare.py` in this folder.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "CasebookBenchmarks", abstract: "Measure loading, filters, facets and orders.",
    subcommands: [GenerateCommand.self, MeasureCommand.self, PlotCommand.self])
}
