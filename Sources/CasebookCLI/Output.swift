import CasebookCore
import CasebookText
import Glibc

/// A stream of the program that notices when its writing fails.
///
/// A full disk or a broken device is an error of the program; a pipe that its reader closed ends it
/// quietly, as the system does by `SIGPIPE`.
struct Output {
  private let descriptor: Int32
  private let isASCII = !Environment.isUTF8
  private var pending: [UInt8] = []
  private static let room = 1 << 16

  /// Standard output.
  static let standard: Int32 = 1
  /// Standard error.
  static let error: Int32 = 2

  init(_ descriptor: Int32 = Output.standard) {
    self.descriptor = descriptor
  }

  /// Writes a line of text that may be shown; in ASCII where the locale has no more.
  mutating func line(_ text: ShownText) throws(Failure) {
    let text = isASCII ? Gate.ascii(text) : text
    try write(Array(text.string.utf8) + [UInt8(ascii: "\n")])
  }

  /// The text of a cell of data: exact in a file or pipe, made visible on a terminal.
  static func data(_ text: String) -> String {
    Environment.isTerminal(standard) ? Gate.shown(text).string : text
  }

  /// Writes bytes of data, exact.
  mutating func write(_ bytes: [UInt8]) throws(Failure) {
    pending += bytes
    if pending.count >= Self.room { try flush() }
  }

  /// Hands everything written to the system.
  mutating func flush() throws(Failure) {
    try Self.writeAll(pending, to: descriptor)
    pending.removeAll(keepingCapacity: true)
  }

  /// Writes bytes to a descriptor, however many calls that takes.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var done = 0
    while done < bytes.count {
      let written = bytes[done...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if written >= 0 {
        done += written
        continue
      }
      if errno == EINTR { continue }
      guard errno == EAGAIN else { throw .cannotWrite(errno: errno) }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = poll(&waiting, 1, -1)
    }
  }
}

/// Why a command ends with another status than 0.
enum Failure: Error, Equatable {
  /// The command line asks for something that cannot be.
  case usage(ShownText)
  /// Reading failed.
  case cannotRead(ShownText)
  /// Writing failed with an error number of the system.
  case cannotWrite(errno: Int32)
  /// A file cannot be written, and why.
  case cannotCreate(ShownText)
  /// Everything was done, but some records were refused.
  case refused
  /// Loading was stopped before everything was there, which was said.
  case partial
  /// Everything else was done, but some file could not be read, which was said.
  case unreadable
  /// A command of a batch failed and has said so.
  case batch

  /// The exit status: 1 some records refused or not loaded, 2 usage, 3 a file not read or not
  /// written.
  var status: Int32 {
    switch self {
    case .refused, .partial, .batch: 1
    case .usage: 2
    case .cannotRead, .cannotWrite, .cannotCreate, .unreadable: 3
    }
  }

  /// What loading a library means for the exit status, by one rule for every command: a file that was
  /// not read or not to its end is a failure to read; else a record that was refused, or a part of the
  /// settings, is told; else that only a part was loaded. Nil if all is well.
  init?(loading library: Library) {
    let isRefused = { (problem: Problem) in problem.severity == .error }
    if !library.problems.unread.isEmpty {
      self = .unreadable
    } else if library.refusedCount > 0 || library.settings.problems.contains(where: isRefused) {
      self = .refused
    } else if library.isPartial {
      self = .partial
    } else {
      return nil
    }
  }

  /// What is said on standard error, if anything.
  var message: ShownText? {
    switch self {
    case .usage(let text), .cannotRead(let text), .cannotCreate(let text): text
    case .cannotWrite(let code) where code == EPIPE: nil
    case .cannotWrite(let code): "Cannot write: \(Self.reason(code))."
    case .refused, .partial, .unreadable, .batch: nil
    }
  }

  /// Why a file or stream cannot be written, in words that do not depend on the locale.
  static func reason(_ code: Int32) -> ShownText {
    switch code {
    case EEXIST: "it exists already, and nothing is overwritten"
    case EACCES, EPERM: "permission denied"
    case EROFS: "the disk can only be read"
    case ENOENT: "no such folder"
    case ENOTDIR: "a part of the path is no folder"
    case ENOSPC, EDQUOT: "the disk is full"
    case EFBIG: "the file would be larger than allowed"
    case EBADF: "standard output is closed"
    case EIO: "input or output error"
    case ENAMETOOLONG: "the name is too long"
    default: "system error \(code)"
    }
  }
}
