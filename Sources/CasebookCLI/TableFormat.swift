import ArgumentParser
import CasebookText

/// How the answer of a command that counts or compares is written.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv, json

  /// Writes an answer to standard output; only the form that is written is made.
  ///
  /// - Throws: ``Failure/cannotWrite(errno:)`` if not all of it could be written.
  func write(
    text: @autoclosure () -> [ShownText], csv: @autoclosure () -> [UInt8],
    json: @autoclosure () -> [UInt8]
  ) throws(Failure) {
    var output = Output()
    switch self {
    case .text: for line in text() { try output.line(line) }
    case .csv: try output.write(csv())
    case .json: try output.write(json())
    }
    try output.flush()
  }
}
