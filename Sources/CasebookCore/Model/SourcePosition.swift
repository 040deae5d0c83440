/// A place in a text file.
public struct SourcePosition: Sendable, Hashable, Codable {
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int
  /// The byte, from 0, where it is known.
  public var byteOffset: Int?

  /// Makes a place.
  public init(line: Int, column: Int, byteOffset: Int? = nil) {
    self.line = line
    self.column = column
    self.byteOffset = byteOffset
  }
}
