/// What can be wrong with a profile, or with the settings of a library.
public enum ProfileProblem: Sendable, Hashable {
  /// It is no YAML.
  case syntax(TreeError.Fact)
  /// A key that is not allowed in its place, and the keys that are.
  case unknownKey(String, allowed: [String], nearest: String?)
  /// A key that has to be there.
  case missingKey(String)
  /// A key stands twice.
  case repeatedKey(String)
  /// A key has something else than it takes.
  case wrongKind(key: String, expected: Expectation)
  /// A value is none of those its key takes.
  case unknownValue(key: String, value: String, allowed: [String], nearest: String?)
  /// A template cannot be read.
  case template(String, Template.Failure)
  /// The profile asks for a later version of the notation.
  case laterVersion(String)
  /// A filter cannot be read.
  case filter(name: String, QueryError)
  /// A column of the list means nothing in the cases.
  case column(name: String, QueryError)
  /// A sign is not one of those that take one cell in every terminal.
  case sign(key: String, value: String)
  /// Two entries of a list have one name; the first holds.
  case repeatedName(String)
  /// The vocabulary does not have an event type; cases may have it all the same.
  case unknownType(String, nearest: String?)

  /// Whether it may be meant so: nothing is passed over for it.
  public var isDoubt: Bool {
    if case .unknownType = self { true } else { false }
  }

  /// What a key takes.
  public enum Expectation: Sendable, Hashable {
    /// A text.
    case text
    /// A list of texts.
    case texts
    /// A map of keys.
    case map
    /// A list of maps.
    case maps
    /// A whole number.
    case number
    /// `yes` or `no`.
    case flag
    /// A whole day.
    case day
    /// A template, or a list of them of which the first that says anything holds.
    case template
  }
}

/// A problem of a profile and where it stands.
public struct ProfileFinding: Sendable, Hashable {
  /// What it is.
  public var problem: ProfileProblem
  /// Where it stands.
  public var position: SourcePosition

  /// Makes a finding.
  public init(_ problem: ProfileProblem, at position: SourcePosition) {
    self.problem = problem
    self.position = position
  }
}

/// A profile that cannot be used.
public struct ProfileError: Error, Sendable, Hashable {
  /// The name of its file.
  public var file: String
  /// All that is wrong with it, in the order of the file; at least one.
  public var findings: [ProfileFinding]
}
