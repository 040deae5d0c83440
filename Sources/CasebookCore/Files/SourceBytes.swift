import Glibc

/// The bytes of a file, or of a part of one, in memory of their own, with spare room behind them.
public final class SourceBytes: @unchecked Sendable {
  // Sound to share: filled before it is handed out, never written after.
  private let start: UnsafeMutableRawPointer
  /// How many bytes there are.
  public private(set) var count: Int
  private let capacity: Int
  /// Whether the memory was asked of the system itself, which may say that it has none.
  private let isOfSystem: Bool

  /// The bytes behind the last that may be read, and are zero: what SIMD readers need.
  public static let padding = 64

  /// Bytes of a page of the large kind, and of the smallest memory that is worth them.
  private static let largePage = 2 << 20

  /// Makes room for a number of bytes that no file decides; the program ends if there is no memory.
  init(capacity: Int) {
    self.capacity = capacity
    count = 0
    isOfSystem = false
    start = .allocate(byteCount: capacity + Self.padding, alignment: 64)
  }

  /// Makes room for as many bytes as a file says or turns out to have.
  ///
  /// - Throws: ``SourceFileError/needsMemory(bytes:free:)`` if the system has no memory for them.
  init(room capacity: Int) throws(SourceFileError) {
    self.capacity = capacity
    count = 0
    let size = capacity + Self.padding
    let isLarge = capacity >= 4 * Self.largePage
    var memory: UnsafeMutableRawPointer?
    guard posix_memalign(&memory, isLarge ? Self.largePage : 64, size) == 0, let memory else {
      throw .needsMemory(bytes: capacity, free: nil)
    }
    start = memory
    isOfSystem = true
    // Rows of a large table are read all over it: with small pages most of the time goes into
    // finding them. A system that has no large ones does nothing.
    if isLarge { madvise(start, size, MADV_HUGEPAGE) }
  }

  /// Copies bytes.
  public convenience init(_ bytes: some Collection<UInt8>) {
    self.init(capacity: bytes.count)
    // One by one they would take a third of the start, unspecialised as they are in other modules.
    UnsafeMutableRawBufferPointer(start: start, count: bytes.count).copyBytes(from: bytes)
    finish(count: bytes.count)
  }

  /// Copies bytes that stand in memory.
  convenience init(copying bytes: UnsafeRawBufferPointer) {
    self.init(capacity: bytes.count)
    if let base = bytes.baseAddress { start.copyMemory(from: base, byteCount: bytes.count) }
    finish(count: bytes.count)
  }

  deinit { isOfSystem ? free(start) : start.deallocate() }

  /// The bytes; valid only inside `body`.
  public func withBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try body(UnsafeRawBufferPointer(start: start, count: count))
  }

  var room: UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(start: start, count: capacity)
  }

  func finish(count: Int) {
    self.count = count
    (start + count).initializeMemory(as: UInt8.self, repeating: 0, count: Self.padding)
  }
}

extension SourceBytes {
  /// Reads a whole regular file.
  public static func reading(
    _ path: String, limits: Limits = Limits()
  ) -> Result<SourceBytes, SourceFileError> {
    do {
      return .success(
        try FileReader.contents(
          of: SourcePlace(path: path), TextForm(fileName: path), limit: limits.fileSize
        ).0)
    } catch {
      return .failure(error)
    }
  }
}
