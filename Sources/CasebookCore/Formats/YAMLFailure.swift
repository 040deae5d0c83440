internal import CYAML

/// What libyaml reports, as facts.
enum YAMLFailure {
  /// The error of a parser whose last event was a failure.
  static func error(of parser: OpaquePointer, in source: SourceText) -> TreeError {
    let failure = cyaml_problem(parser)
    let position = source.position(at: Int(failure.offset))
    let problem = failure.problem.map { String(cString: $0) } ?? ""
    return TreeError(.syntax(problem), at: position)
  }
}
