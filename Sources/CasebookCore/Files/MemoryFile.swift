internal import CTables
import Glibc

/// A file in memory alone, for bytes that have to be read by position.
struct MemoryFile: ~Copyable {
  private let descriptor: Int32

  /// Makes a file of bytes.
  ///
  /// - Throws: ``SourceFileError/cannotRead(errno:)`` if the system has no room for it.
  init(_ bytes: SourceBytes) throws(SourceFileError) {
    descriptor = ctables_memory_file()
    guard descriptor >= 0 else { throw .cannotRead(errno: errno) }
    let failure = bytes.withBytes { Self.write($0, to: descriptor) }
    if let failure {
      close(descriptor)
      throw .cannotRead(errno: failure)
    }
  }

  deinit { close(descriptor) }

  /// Where the file can be opened for as long as it exists.
  var place: SourcePlace { SourcePlace(path: "/proc/self/fd/\(descriptor)") }

  /// Writes all bytes; returns the error number of the system if that fails.
  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
    var done = 0
    while done < bytes.count {
      let written = Glibc.write(
        descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return errno }
      done += written
    }
    return nil
  }
}
