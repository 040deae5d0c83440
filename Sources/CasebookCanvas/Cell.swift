import CasebookText

/// One place of a terminal: what stands there and what it means.
public struct Cell: Sendable, Hashable {
  /// One base scalar with up to four combining marks; empty in the second half of a wide one.
  public internal(set) var text: String
  /// 1 or 2; 0 in the second half of a wide character, which is drawn with the first.
  public internal(set) var columns: Int
  /// What it means.
  public var role: StyleRole

  /// A blank.
  public static func blank(_ role: StyleRole = .normal) -> Cell {
    Cell(text: " ", columns: 1, role: role)
  }

  /// The second half of a wide character.
  static func rest(_ role: StyleRole) -> Cell {
    Cell(text: "", columns: 0, role: role)
  }

  init(_ cluster: DrawnCluster, _ role: StyleRole) {
    self.init(text: cluster.text, columns: cluster.columns, role: role)
  }

  private init(text: String, columns: Int, role: StyleRole) {
    self.text = text
    self.columns = columns
    self.role = role
  }
}
