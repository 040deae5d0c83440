import Glibc

/// Where a file of a library is, and what it must not lead out of.
struct SourcePlace: Sendable, Hashable {
  /// The path to open.
  var path: String
  /// The folder that the file was found in, as ``PathText/full(_:)`` gives it: a link that leads out
  /// of it is not followed. Nil for a file that the user named, which may be anywhere.
  var folder: String?

  /// Where a file leads to, if that is outside of a folder.
  ///
  /// The path of the open file itself is looked at, so that nobody can exchange a link between the
  /// check and the reading.
  ///
  /// - Parameter descriptor: the open file.
  /// - Returns: the path that it leads to; nil if the file lies in the folder.
  func target(outsideOfFolder descriptor: Int32) -> String? {
    guard let folder else { return nil }
    guard let real = Self.path(ofOpen: descriptor) ?? path(checkedBy: descriptor) else {
      return path
    }
    return Self.lies(real, in: folder) ? nil : real
  }

  /// What an entry of a folder is, links followed, and where a link leads if that is out of the
  /// folder; nil, and `errno` says why, if the system does not say.
  func status() -> (status: stat, target: String?)? {
    var status = stat()
    guard PathText.withBytes(of: path, { lstat($0, &status) }) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFLNK else { return (status, nil) }
    guard PathText.withBytes(of: path, { stat($0, &status) }) == 0 else { return nil }
    let target = PathText.full(path)
    return (status, folder.map { Self.lies(target, in: $0) } ?? true ? nil : target)
  }

  /// Whether a path without links lies in a folder, or is that folder.
  static func lies(_ real: String, in folder: String) -> Bool {
    let top = folder.hasSuffix("/") ? folder : folder + "/"
    return real.utf8.elementsEqual(folder.utf8) || real.utf8.starts(with: top.utf8)
  }

  /// The path of an open file, as the system knows it; nil if `/proc` is not there.
  private static func path(ofOpen descriptor: Int32) -> String? {
    // PATH_MAX, with room for the NUL.
    var bytes = [CChar](repeating: 0, count: 4_097)
    let count = readlink("/proc/self/fd/\(descriptor)", &bytes, bytes.count - 1)
    guard count > 0, bytes[0] == CChar(UInt8(ascii: "/")) else { return nil }
    return bytes.withUnsafeBufferPointer { $0.baseAddress.map { PathText.string($0) } }
  }

  /// The path without links, if it still names the open file.
  private func path(checkedBy descriptor: Int32) -> String? {
    let full = PathText.full(path)
    var (named, opened) = (stat(), stat())
    guard PathText.withBytes(of: full, { lstat($0, &named) }) == 0,
      fstat(descriptor, &opened) == 0,
      named.st_dev == opened.st_dev, named.st_ino == opened.st_ino
    else { return nil }
    return full
  }
}
