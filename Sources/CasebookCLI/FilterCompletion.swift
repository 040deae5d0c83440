import CasebookCore

/// What a shell offers where a filter, an order or a field is typed: the fields and event types of
/// the format and, for values, nothing, since a shell cannot wait for a library to load.
enum FilterCompletion {
  private static let completion = Completion(schema: Schema(), limit: .max)

  /// The ways to go on with the last term of a filter.
  static func filters(_ text: String) -> [String] {
    completion.suggestions(for: text, cursor: text.utf8.count) { _ in [] }.map { found in
      let bytes = Array(text.utf8)
      return String(decoding: bytes[..<found.range.lowerBound], as: UTF8.self) + found.text
    }
  }

  /// The fields and event types.
  static func fields(_ text: String) -> [String] {
    let prefix = "sort:"
    return filters(prefix + text).map { String($0.dropFirst(prefix.count)) }
  }
}
