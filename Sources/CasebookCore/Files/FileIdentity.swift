import Glibc

/// What tells one state of a file from another: its place on disk, size and times.
public struct FileIdentity: Sendable, Hashable, BitwiseCopyable {
  /// The device.
  public var device: UInt64
  /// The file on the device.
  public var inode: UInt64
  /// Bytes.
  public var size: Int64
  /// When the content last changed, in nanoseconds since 1970.
  public var modified: Int64
  /// When content or rights last changed, in nanoseconds since 1970.
  public var changed: Int64

  init(device: UInt64, inode: UInt64, size: Int64, modified: Int64, changed: Int64) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
    self.changed = changed
  }

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
  }

  /// The time by the clock that stamps files, in nanoseconds since 1970.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}

extension SourceFileError.Kind {
  /// The kind in the mode bits of a file; nothing for a regular file.
  init?(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: return nil
    case S_IFIFO: self = .fifo
    case S_IFSOCK: self = .socket
    case S_IFCHR: self = .characterDevice
    case S_IFBLK: self = .blockDevice
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }
}
