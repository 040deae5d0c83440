import ArgumentParser
import CasebookText
import Glibc

/// `casebook sample`: the sample library as files.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "Write the sample cases as files to learn from.")

  @Argument(help: "Folder to write to; created if it does not exist.", completion: .directory)
  var folder: String

  func run() throws {
    try NewFile.makeFolder(folder)
    let samples = EmbeddedFiles.all(kind: "sample")
    for sample in samples {
      try NewFile.write(sample.bytes.withBytes { Array($0) }, to: folder + "/" + sample.name)
    }
    var output = Output()
    try output.line("\(samples.count) files written to \(Gate.shown(folder)).")
    try output.flush()
  }
}

/// `casebook new`: a commented case file to start from.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a case file with comments to start from.")

  @Argument(help: "Folder to write to.", completion: .directory) var folder = "."

  func run() throws {
    try NewFile.makeFolder(folder)
    let path = folder + "/new-case.yaml"
    let text = EmbeddedFiles.text(kind: "template", name: "template.yaml") ?? ""
    try NewFile.write(Array(text.utf8), to: path)
    var output = Output()
    try output.line("\(Gate.shown(path)) written.")
    try output.flush()
  }
}

/// Files that are written once and never over another.
enum NewFile {
  /// Makes a folder where there is none.
  static func makeFolder(_ path: String) throws(Failure) {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    throw .cannotCreate("Cannot make the folder \(Gate.shown(path)): \(Failure.reason(errno)).")
  }

  /// Writes a file that must not exist yet.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw .cannotCreate("Cannot write \(Gate.shown(path)): \(Failure.reason(errno)).")
    }
    defer { close(descriptor) }
    try Output.writeAll(bytes, to: descriptor)
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .cannotWrite(errno: errno) }
  }
}
