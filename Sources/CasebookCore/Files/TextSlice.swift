/// A stretch of the text of a file that can be read by itself: whole lines, or elements of a list.
struct TextSlice: Sendable {
  /// What records are in the text.
  enum Records: Sendable {
    /// The lines of JSON Lines.
    case lines
    /// The elements of one list of JSON.
    case elements
  }

  let records: Records
  /// The text.
  var bytes = SourceBytes(capacity: 0)
  /// The byte of the whole text that it begins with, and the line and column of that.
  var firstByte = 0
  var firstLine = 1
  var firstColumn = 1
  /// How many elements stand before it.
  var firstOrdinal = 0
  /// Whether the text goes on behind it.
  var goesOn = false
  /// Why the text ends here too early.
  var failure: SourceFileError?
  /// What the file was.
  var identity: FileIdentity?
  /// Bytes of the file that were read for it.
  var fileBytes = 0

  /// Whether text stands before it.
  var follows: Bool { firstByte > 0 }
}
