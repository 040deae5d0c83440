/// The first page of a notebook, which holds the header of the file and the list of its tables.
///
/// A flipped bit there makes the whole file unreadable to SQLite, though nearly all of it is as the
/// program always writes it (<https://sqlite.org/fileformat2.html>, "The Database Header").
enum PageOne {
  /// Bytes of the header of an SQLite file.
  static let headerSize = 100
  /// Bytes of a page of a notebook, unless it was written by another program.
  private static let pageSize = 4_096

  /// Repairs the fields of the header that are the same in every notebook.
  ///
  /// - Parameters:
  ///   - path: A working copy of the damaged file, which is changed.
  ///   - hasLog: Whether a write-ahead log belongs to the copy.
  /// - Returns: Whether the file can be looked at.
  static func repairHeader(of path: String, hasLog: Bool) -> Bool {
    guard var bytes = FileCopy.start(of: path, count: headerSize), bytes.count == headerSize
    else { return false }
    complete(&bytes, path, hasLog: hasLog)
    return FileCopy.overwriteStart(of: path, with: bytes)
  }

  /// Replaces the whole first page by that of a new notebook.
  ///
  /// The tables of a notebook are made in one order and so begin at the same pages in each. Rows
  /// that are found in a table that begins elsewhere do not have the types of its columns.
  ///
  /// - Returns: Whether the page was replaced.
  static func replace(in path: String, byThatOf new: String, hasLog: Bool) -> Bool {
    guard let old = FileCopy.start(of: path, count: headerSize), pageSize(in: old) == pageSize,
      FileCopy.size(of: path) >= pageSize,
      var bytes = FileCopy.start(of: new, count: pageSize), bytes.count == pageSize
    else { return false }
    complete(&bytes, path, hasLog: hasLog)
    return FileCopy.overwriteStart(of: path, with: bytes)
  }

  /// The size in a header, or ``pageSize`` if it is none that SQLite knows.
  private static func pageSize(in header: [UInt8]) -> Int {
    guard header.count >= 18 else { return pageSize }
    let size = Int(header[16]) << 8 | Int(header[17])
    if size == 1 { return 65_536 }
    return size >= 512 && size.nonzeroBitCount == 1 ? size : pageSize
  }

  private static func complete(_ bytes: inout [UInt8], _ path: String, hasLog: Bool) {
    let size = pageSize(in: bytes)
    func set(_ offset: Int, _ values: [UInt8]) {
      bytes.replaceSubrange(offset..<offset + values.count, with: values)
    }
    func set(_ offset: Int, number: Int) {
      set(offset, (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) })
    }
    set(0, Array("SQLite format 3\0".utf8))
    set(16, [UInt8(truncatingIfNeeded: size >> 8), size == 65_536 ? 1 : 0])
    // Write-ahead log or none; no bytes reserved in pages; the fixed fractions of payloads.
    set(18, hasLog ? [2, 2, 0, 64, 32, 32] : [1, 1, 0, 64, 32, 32])
    // The number of pages is valid if both counters are equal.
    set(24, number: 1)
    set(28, number: FileCopy.size(of: path) / size)
    set(92, number: 1)
    // Free pages are of no use to a reader.
    set(32, number: 0)
    set(36, number: 0)
    // Format 4, no vacuum, UTF-8.
    set(44, number: 4)
    set(48, number: 0)
    set(52, number: 0)
    set(56, number: 1)
    set(60, number: Int(NotebookTables.version))
    set(64, number: 0)
  }
}
