import Glibc

/// Copies of files, and what is known about files.
enum FileCopy {
  /// Copies a file to a name that must be free, readable by the user alone. A copy that cannot be
  /// completed is removed.
  ///
  /// - Returns: Whether the copy is complete and on the disk.
  static func copy(_ path: String, to copy: String) -> Bool {
    let source = open(path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { return false }
    defer { close(source) }
    let target = open(copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard target >= 0 else { return false }
    defer { close(target) }
    let isWhole = transfer(from: source, to: target) && fsync(target) == 0
    if !isWhole { unlink(copy) }
    return isWhole
  }

  private static func transfer(from source: Int32, to target: Int32) -> Bool {
    while true {
      let count = sendfile(target, source, nil, 1 << 20)
      if count == 0 { return true }
      guard count > 0 || errno == EINTR else { return false }
    }
  }

  /// The size of a file in bytes; -1 if there is none.
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : -1
  }

  /// Whether two files have the same bytes.
  static func areSame(_ path: String, _ other: String) -> Bool {
    guard size(of: path) == size(of: other) else { return false }
    let (one, two) = (open(path, O_RDONLY | O_CLOEXEC), open(other, O_RDONLY | O_CLOEXEC))
    defer { for descriptor in [one, two] where descriptor >= 0 { close(descriptor) } }
    guard one >= 0, two >= 0 else { return false }
    while true {
      guard let first = block(one), let second = block(two), first == second else { return false }
      if first.isEmpty { return true }
    }
  }

  /// The next bytes of a file, none at its end; `nil` if it cannot be read.
  private static func block(_ descriptor: Int32) -> [UInt8]? {
    let size = 1 << 16
    var bytes = [UInt8](repeating: 0, count: size)
    var count = 0
    while count < size {
      let more = bytes.withUnsafeMutableBytes { buffer in
        read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
      }
      if more == 0 { break }
      if more < 0, errno == EINTR { continue }
      guard more > 0 else { return nil }
      count += more
    }
    return Array(bytes.prefix(count))
  }

  /// The bytes at the start of a file, at most `count`; `nil` if it cannot be read.
  static func start(of path: String, count: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return block(descriptor).map { Array($0.prefix(count)) }
  }

  /// Writes bytes over the start of a file.
  ///
  /// - Returns: Whether all of them were written.
  static func overwriteStart(of path: String, with bytes: [UInt8]) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) } == bytes.count
  }

  /// The path of a file without links, or the path itself if it has none.
  static func real(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}

/// Which file it is, whatever it is called.
struct FileIdentity: Equatable {
  private let device: UInt
  private let inode: UInt
  /// The permission bits.
  let mode: mode_t

  /// The identity of an open file, or `nil` if it cannot be asked for.
  init?(_ descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The identity of the file at a path, or `nil` if there is none.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    mode = status.st_mode & 0o777
  }

  /// Whether both are one file; its mode may have changed.
  static func == (one: FileIdentity, other: FileIdentity) -> Bool {
    one.device == other.device && one.inode == other.inode
  }
}
