/// Damage that was found when the notebook was opened, and what was saved from it.
public struct NotebookDamage: Sendable, Hashable {
  /// The copy of the damaged file, or `nil` if the notebook can only be read and stays as it is.
  public var copy: String?
  /// Number of notes of all libraries that were saved.
  public var notes = 0
  /// Number of marks of all libraries that were saved.
  public var marks = 0
  /// Number of saved filters that were saved.
  public var filters = 0
  /// Number of settings that were saved.
  public var settings = 0
  /// Number of entries that were found and could not be read.
  public var unreadable = 0
  /// Whether a part of the file could not be read at all, so that more entries may be missing.
  public var isPartial = false

  /// Damage with nothing saved yet.
  public init(copy: String?) {
    self.copy = copy
  }
}
