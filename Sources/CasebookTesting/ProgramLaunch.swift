import CTesting
import CasebookCanvas
import Glibc

/// How a program is started on a terminal.
package struct ProgramLaunch {
  /// Its file.
  package var path: String
  /// Its arguments, without its name.
  package var arguments: [String] = []
  /// Its whole environment. Swift's backtraces are off, for they ask the user what to do.
  package var environment = [
    "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
    "SWIFT_BACKTRACE": "enable=no",
  ]
  /// The size of the terminal.
  package var size = Size(columns: 80, rows: 24)
  /// Whether the terminal tells its size, or says 0 by 0 as a serial line does.
  package var announcesSize = true
  /// Descriptors 0 to 2 that are closed at its start.
  package var closedDescriptors: [Int] = []
  /// Whether it starts with SIGHUP ignored, as under `nohup`.
  package var ignoresHangup = false
  /// Whether it inherits the other end of its own terminal, as under a reader that passes it on.
  package var inheritsController = false

  /// Starts a program by its file.
  package init(path: String) {
    self.path = path
  }

  /// Starts a product of this package, which stands beside the tests.
  package init(product name: String) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let tests = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    let folder = tests.split(separator: "/").dropLast().joined(separator: "/")
    path = "/\(folder)/\(name)"
  }

  func start(on terminal: Int32, controller: Int32) -> pid_t {
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var settings = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (words + settings).forEach { free($0) } }
    var launch = cts_launch(
      closed: closedDescriptors.reduce(0) { $0 | 1 << UInt32($1) }, ignores_hangup: ignoresHangup,
      inherited_controller: inheritsController ? controller : -1)
    return cts_start(path, &words, &settings, &launch, terminal)
  }
}

/// How a program ended.
package enum ProgramExit: Hashable {
  /// By itself, with a status.
  case exited(Int32)
  /// By a signal.
  case killed(Int32)

  init(status: Int32) {
    self = status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(status & 0x7F)
  }
}
