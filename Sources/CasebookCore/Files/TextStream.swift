internal import CCompression
import Glibc

/// The text of a file from its beginning on, whatever form it has in the file.
///
/// Not for several threads at once. The sums of a compression are checked; memory is that of one
/// step.
final class TextStream {
  private let file: FileReader
  /// What expands the file if it is compressed.
  private let expander: OpaquePointer?
  private let form: TextForm
  /// What turns the text into UTF-8 if it is in another encoding.
  private let converter: TextConverter?
  /// How many bytes of the text have come out, before they are turned into UTF-8.
  private var bytesRead = 0
  /// The largest text of a part.
  private let limit: Int
  /// The tables that the text is made of, once it was asked for.
  private var tables: TableFile?
  /// How many bytes of text have come out.
  private(set) var position = 0

  /// Begins a stream.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - form: How its text comes out of it.
  ///   - limit: Bytes that a part of a file of tables may expand to.
  init(_ file: consuming FileReader, _ form: TextForm, limit: Int = Limits().fileSize) {
    expander =
      if case .compressed(let compression) = form.bytes {
        ccompression_open(file.descriptor, ccompression_kind(compression))
      } else {
        nil
      }
    self.form = form.bytes
    converter = form.encoding.map { TextConverter($0) }
    self.limit = limit
    self.file = file
  }

  deinit { ccompression_close(expander) }

  /// What the file was when it was opened.
  var identity: FileIdentity { file.identity }
  /// Whether the file still is what it was.
  var isUnchanged: Bool { file.isUnchanged }
  /// How many bytes of the file itself were read.
  var filePosition: Int {
    switch form {
    case .plain, .encoded: bytesRead
    case .compressed: Int(ccompression_offset(expander))
    case .part: tables?.filePosition ?? 0
    }
  }

  /// Fills a room with the next bytes; fewer only where the text ends.
  ///
  /// - Throws: ``SourceFileError`` where the file is damaged, cut or cannot be read.
  func read(into room: UnsafeMutableRawBufferPointer) throws(SourceFileError) -> Int {
    let got =
      if let converter {
        try converter.read(into: room) { room throws(SourceFileError) in
          try readBytes(into: room)
        }
      } else {
        try readBytes(into: room)
      }
    position += got
    return got
  }

  private func readBytes(
    into room: UnsafeMutableRawBufferPointer
  ) throws(SourceFileError) -> Int {
    let got =
      switch form {
      case .plain, .encoded: try file.read(into: room, at: bytesRead)
      case .part(let kind, let number): try openTables(kind, number).read(into: room)
      case .compressed: try expand(into: room)
      }
    bytesRead += got
    return got
  }

  private func openTables(
    _ kind: TableFileKind, _ number: Int
  ) throws(SourceFileError) -> TableFile {
    if let tables { return tables }
    let opened = try TableFile(file.descriptor, kind, limit: limit)
    try opened.select(number)
    tables = opened
    return opened
  }

  private func expand(
    into room: UnsafeMutableRawBufferPointer
  ) throws(SourceFileError) -> Int {
    guard let expander else { throw .cannotRead(errno: ENOMEM) }
    var done = 0
    while done < room.count {
      let target = room.baseAddress.map { ($0 + done).assumingMemoryBound(to: UInt8.self) }
      let got = ccompression_read(expander, target, room.count - done)
      if got == 0 { break }
      done += got
    }
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
