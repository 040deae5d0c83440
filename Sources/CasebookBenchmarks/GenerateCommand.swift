import ArgumentParser

/// Writes made-up cases as JSON Lines, the same for the same numbers.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Write made-up cases to standard output, one a line.")

  @Argument(help: "How many cases.") var count: Int
  @Option(help: "Another seed gives other cases.") var seed: UInt64 = 1

  func run() throws {
    var generator = CaseGenerator(seed: seed)
    var bytes: [UInt8] = []
    for number in 0..<count {
      bytes += generator.line(number).utf8
      if bytes.count > Self.room {
        try StandardOutput.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try StandardOutput.write(bytes)
  }

  private static let room = 1 << 20
}
