import ArgumentParser
import CasebookCore
import CasebookText

/// `casebook count`: the number of cases, alone on a line.
struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "Print the number of matching cases.")

  @OptionGroup var library: LibraryOptions
  @OptionGroup var filter: FilterOptions

  func run() throws {
    let library = try self.library.open()
    let count = try filter.selection(in: library).count
    var output = Output()
    try output.line("\(count)")
    try output.flush()
    try LibraryOptions.finish(library)
  }
}
