extension QueryText {
  /// A term that finds the cases whose paths begin with some steps, as a rule makes paths.
  ///
  /// - Parameters:
  ///   - steps: The event types of the steps; at least one. Where the rule has a start, its type is
  ///     the first.
  ///   - isWhole: Whether nothing may come after them.
  ///   - rule: How events become paths.
  /// - Returns: The term, such as `path(detainer->jail_release from:first)`.
  public static func path(_ steps: [String], isWhole: Bool = false, rule: PathRule) -> String {
    var words = [steps.map(name).joined(separator: "->")]
    if isWhole { words.append("whole") }
    if let start = rule.start { words.append("from:\(start.occurrence.text)") }
    if rule.isBackwards { words.append("backwards") }
    if rule.mergesRepeats { words.append("merged") }
    if let types = rule.types { words.append("types:\(list(types))") }
    if !rule.hidden.isEmpty { words.append("hide:\(list(rule.hidden))") }
    return "path(\(words.joined(separator: " ")))"
  }

  private static func list(_ types: Set<String>) -> String {
    types.sorted().map(name).joined(separator: ",")
  }
}
