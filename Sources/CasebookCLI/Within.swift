import ArgumentParser
import CasebookApp
import CasebookCore

/// What `--within` takes: seconds of loading with every command, lengths with `casebook stats`.
enum Within: ExpressibleByArgument, Equatable {
  /// How long to load.
  case seconds(Double)
  /// Lengths with a unit, such as `30d,90d`.
  case lengths([CalendarSpan])

  init?(argument: String) {
    if let seconds = Double(argument) {
      self = .seconds(seconds)
      return
    }
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let lengths = parts.compactMap { CalendarSpan(written: String($0).trimmed) }
    guard lengths.count == parts.count else { return nil }
    self = .lengths(lengths)
  }

  /// The seconds; nil if lengths are given.
  var seconds: Double? {
    if case .seconds(let seconds) = self { seconds } else { nil }
  }
}

extension LibraryOptions {
  /// Takes the lengths of `--within` out of the options, so that they do not limit loading.
  ///
  /// - Throws: A number without a unit.
  mutating func takeLengths() throws(Failure) -> [CalendarSpan] {
    switch within {
    case nil: return []
    case .seconds: throw .usage("--within takes lengths with a unit here, such as 30d,90d.")
    case .lengths(let lengths):
      within = nil
      return lengths
    }
  }
}
