import Glibc

/// A line of the shell run to its end, in which `casebook` is the program under test.
struct ShellRun {
  /// What it wrote to standard output.
  let output: [UInt8]
  /// What it wrote to standard error.
  let errors: [UInt8]
  /// Its exit status.
  let status: Int32

  /// The output as text.
  var text: String { String(decoding: output, as: UTF8.self) }
  /// The errors as text.
  var complaint: String { String(decoding: errors, as: UTF8.self) }

  /// A program that hangs is ended after so many seconds, with status 124.
  private static let patience = 3_600

  /// Runs a line.
  ///
  /// - Parameters:
  ///   - line: What the shell runs.
  ///   - input: What stands on standard input.
  ///   - environment: Variables besides PATH and an English locale of UTF-8.
  /// - Throws: `SystemFailure` where the shell cannot be run.
  init(_ line: String, input: String = "", environment: [String: String] = [:]) throws {
    let folder = try TemporaryFolder()
    try folder.write(input, to: ".input")
    let program = Self.productFolder
    try folder.write(
      """
      casebook() { timeout \(Self.patience) '\(program)/casebook' "$@"; }
      cd '\(folder.path)'
      \(line)
      """, to: ".script")
    var variables = [
      "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
    ]
    variables.merge(environment) { $1 }
    status = try Self.run(
      ["/bin/bash", folder.path + "/.script"], variables, input: folder.path + "/.input",
      output: folder.path + "/.output", errors: folder.path + "/.errors")
    output = try folder.read(".output")
    errors = try folder.read(".errors")
  }

  /// The folder the products of this package stand in, beside the tests.
  private static var productFolder: String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let tests = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    return "/" + tests.split(separator: "/").dropLast().joined(separator: "/")
  }

  private static func run(
    _ words: [String], _ variables: [String: String], input: String, output: String,
    errors: String
  ) throws -> Int32 {
    var arguments = words.map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { (arguments + settings).forEach { free($0) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
    var process = pid_t()
    let failure = posix_spawn(&process, words[0], &actions, nil, &arguments, &settings)
    guard failure == 0 else { throw SystemFailure(code: failure) }
    var result: Int32 = 0
    while waitpid(process, &result, 0) < 0, errno == EINTR {}
    return result & 0x7F == 0 ? result >> 8 & 0xFF : 128 + result & 0x7F
  }
}

/// An error number of the system.
struct SystemFailure: Error {
  var code = errno
}

/// A folder that is gone when the test is done.
final class TemporaryFolder {
  /// Where it is.
  let path: String

  /// Makes an empty folder; throws where that fails.
  init() throws {
    var name = Array("/tmp/casebook-test-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { throw SystemFailure() }
    path = name.withUnsafeBufferPointer { bytes in
      String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  deinit {
    // The name is made of letters and digits by the system.
    _ = system("chmod -R u+rwx '\(path)'; rm -rf '\(path)'")
  }

  /// Writes a file.
  func write(_ text: String, to name: String) throws {
    guard let file = fopen(path + "/" + name, "w") else { throw SystemFailure() }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw SystemFailure() }
  }

  /// Reads a file.
  func read(_ name: String) throws -> [UInt8] {
    guard let file = fopen(path + "/" + name, "r") else { throw SystemFailure() }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return bytes
  }
}
