internal import CCompression
import Glibc

/// The text of a file from its beginning on, whether the file is compressed or not.
///
/// Not for several threads at once. The sums of a compression are checked; memory is that of one
/// step.
final class TextStream {
  private let file: FileReader
  /// What expands the file, where it is compressed.
  private let expander: OpaquePointer?
  private let isCompressed: Bool
  /// How many bytes of text have come out.
  private(set) var position = 0

  /// Begins a stream.
  init(_ file: consuming FileReader, _ compression: Compression?) {
    expander = compression.flatMap { ccompression_open(file.descriptor, ccompression_kind($0)) }
    isCompressed = compression != nil
    self.file = file
  }

  deinit { ccompression_close(expander) }

  /// What the file was when it was opened.
  var identity: FileIdentity { file.identity }
  /// Whether the file still is what it was.
  var isUnchanged: Bool { file.isUnchanged }
  /// How many bytes of the file itself were read.
  var filePosition: Int { isCompressed ? Int(ccompression_offset(expander)) : position }

  /// Fills a room with the next bytes; fewer only where the text ends.
  ///
  /// - Throws: ``SourceFileError`` where the file is damaged, cut or cannot be read.
  func read(into room: UnsafeMutableRawBufferPointer) throws(SourceFileError) -> Int {
    guard isCompressed else {
      let got = try file.read(into: room, at: position)
      position += got
      return got
    }
    guard let expander else { throw .cannotRead(errno: ENOMEM) }
    var done = 0
    while done < room.count {
      let target = room.baseAddress.map { ($0 + done).assumingMemoryBound(to: UInt8.self) }
      let got = ccompression_read(expander, target, room.count - done)
      if got == 0 { break }
      done += got
    }
    position += done
    try check(expander)
    return done
  }

  private func check(_ expander: OpaquePointer) throws(SourceFileError) {
    let offset = Int(ccompression_offset(expander))
    switch ccompression_failed(expander) {
    case .none: return
    case .damaged: throw .damaged(byte: offset)
    case .cut: throw .cutShort(byte: offset)
    case .unreadable: throw .cannotRead(errno: ccompression_errno(expander))
    case .memory: throw .cannotRead(errno: ENOMEM)
    }
  }
}

extension ccompression_kind {
  fileprivate init(_ compression: Compression) {
    switch compression {
    case .gzip: self = .gzip
    case .zstandard: self = .zstd
    case .xz: self = .xz
    }
  }
}
