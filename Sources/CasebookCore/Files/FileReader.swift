import Glibc

/// Reads source files: regular ones only, never mapped, never written, and never half.
struct FileReader: ~Copyable {
  /// What the file was when it was opened.
  let identity: FileIdentity
  /// The open file.
  let descriptor: Int32

  /// Opens a file without following it into a device, a pipe or a terminal, or out of its folder.
  init(_ place: SourcePlace) throws(SourceFileError) {
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
    descriptor = PathText.withBytes(of: place.path) { open($0, flags) }
    guard descriptor >= 0 else { throw .cannotOpen(errno: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw .cannotOpen(errno: code)
    }
    if let kind = SourceFileError.Kind(mode: status.st_mode) {
      close(descriptor)
      throw .notRegular(kind)
    }
    if let target = place.target(outsideOfFolder: descriptor) {
      close(descriptor)
      throw .leadsOut(target: target)
    }
    identity = FileIdentity(status)
  }

  deinit { close(descriptor) }

  /// Reads a stretch of the file.
  ///
  /// - Throws: ``SourceFileError/changedWhileRead`` where the file ends before the stretch does.
  func bytes(at offset: Int, count: Int) throws(SourceFileError) -> SourceBytes {
    var none: SourceBytes?
    return try bytes(at: offset, count: count, reusing: &none)
  }

  /// Reads a stretch of the file into memory that nobody reads any more, where that is large enough.
  ///
  /// - Throws: ``SourceFileError/changedWhileRead`` where the file ends before the stretch does.
  func bytes(
    at offset: Int, count: Int, reusing spare: inout SourceBytes?
  ) throws(SourceFileError) -> SourceBytes {
    let old = spare.take().flatMap { $0.room.count >= count ? $0 : nil }
    let bytes: SourceBytes
    if let old { bytes = old } else { bytes = try SourceBytes(room: count) }
    // Memory that is used again may be larger than the stretch: no more than that is read.
    let room = UnsafeMutableRawBufferPointer(rebasing: bytes.room[..<count])
    let got = try read(into: room, at: offset)
    guard got == count else { throw .changedWhileRead }
    bytes.finish(count: got)
    return bytes
  }

  /// Whether the file still is what it was when it was opened.
  var isUnchanged: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && FileIdentity(status) == identity
  }

  /// Reads until the room is full or the file ends; calls cut short by signals go on.
  func read(
    into room: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(SourceFileError) -> Int {
    var done = 0
    while done < room.count {
      let got = pread(
        descriptor, room.baseAddress.map { $0 + done }, room.count - done,
        off_t(offset + done))
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        throw .cannotRead(errno: errno)
      }
      done += got
    }
    return done
  }

  /// Reads the whole text of a file. A file that changes meanwhile is read again once, then refused.
  ///
  /// Files of `/proc` say they are empty: a file of size 0 is read until it ends.
  ///
  /// - Parameters:
  ///   - place: the file.
  ///   - form: how its text comes out of it.
  ///   - limit: bytes of text that are read at most.
  ///   - memory: bytes of memory that there are; nil if that is not known.
  /// - Returns: the text, and what the file was.
  /// - Throws: ``SourceFileError`` if the file cannot be read whole.
  static func contents(
    of place: SourcePlace, _ form: TextForm, limit: Int, memory: Int? = nil
  ) throws(SourceFileError) -> (SourceBytes, FileIdentity) {
    if form.isMade { return try expanded(place, form, limit: limit, memory: memory) }
    for attempt in 0..<2 {
      let reader = try FileReader(place)
      guard reader.identity.size <= Int64(limit) else { throw .tooLarge(limit: limit) }
      try check(Int(reader.identity.size), fitsInto: memory)
      do {
        let bytes =
          reader.identity.size == 0
          ? try reader.stream(limit: limit)
          : try reader.bytes(at: 0, count: Int(reader.identity.size))
        if reader.isUnchanged { return (bytes, reader.identity) }
      } catch .changedWhileRead where attempt == 0 {
        continue
      }
    }
    throw .changedWhileRead
  }

  /// Makes sure that as many bytes of text as there are fit into memory.
  static func check(_ count: Int, fitsInto memory: Int?) throws(SourceFileError) {
    if let memory, count > memory { throw .needsMemory(bytes: count, free: memory) }
  }

  private func stream(limit: Int) throws(SourceFileError) -> SourceBytes {
    try Self.stream(from: descriptor, limit: limit)
  }

  /// Reads from a descriptor until it ends.
  static func stream(
    from descriptor: Int32, limit: Int
  ) throws(SourceFileError) -> SourceBytes {
    var text = SourceBytes(capacity: 1 << 16)
    var count = 0
    while true {
      if count == text.room.count {
        text.finish(count: count)
        let larger = try SourceBytes(room: count * 2)
        text.withBytes { larger.room.copyMemory(from: $0) }
        text = larger
      }
      let room = UnsafeMutableRawBufferPointer(rebasing: text.room[count...])
      let got = Glibc.read(descriptor, room.baseAddress, room.count)
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN {
          var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
          _ = poll(&waiting, 1, -1)
          continue
        }
        throw .cannotRead(errno: errno)
      }
      count += got
      if count > limit { throw .tooLarge(limit: limit) }
    }
    text.finish(count: count)
    return text
  }
}
