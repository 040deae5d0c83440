/// How many bytes of files are read and given out at one go. What is loaded does not depend on them.
struct PieceSizes: Sendable, Equatable {
  /// Of the first slice or part of a file, so that rows appear at once; each is followed by one of
  /// twice the size. A file of this size or less is not cut.
  var first = 1 << 20
  /// Of the largest slice of a file of lines.
  var largestSlice = 16 << 20
  /// Of the largest part of a table, and of text that is cut from its beginning on.
  var largestPart = 8 << 20
  /// Of the small files that make one unit.
  var group = 8 << 20
  /// Behind a slice, where the end of its last line is looked for first.
  var reach = 1 << 16
  /// Of the beginning of a table by which it is judged, at first and at most.
  var beginning = 1 << 20
  var longestBeginning = 16 << 20
  /// Of a block of expanded text that is kept.
  var block = 1 << 20
}
