/// Something the user wants kept beyond the session.
public enum NotebookChange: Sendable, Hashable {
  /// A setting was chosen, or given back to its default where there is no value.
  case setting(name: String, value: String?)
}
