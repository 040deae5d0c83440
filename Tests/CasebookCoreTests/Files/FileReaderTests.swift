import Glibc
import Testing

@testable import CasebookCore

/// A stretch of a file is read exactly, whatever memory it is read into.
struct FileReaderTests {
  private let text = Array("0123456789abcdefghij".utf8)

  private func withFile<Result>(_ body: (String) throws -> Result) throws -> Result {
    let path = "/tmp/casebook-reader-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    let file = try #require(fopen(path, "w"))
    fwrite(text, 1, text.count, file)
    fclose(file)
    defer { unlink(path) }
    return try body(path)
  }

  @Test(arguments: [0, 1, 5, 6, 64, 4_096])
  func memoryThatIsUsedAgainMayHaveAnySize(capacity: Int) throws {
    try withFile { path in
      let reader = try FileReader(SourcePlace(path: path))
      var spare: SourceBytes? = SourceBytes(capacity: capacity)
      let bytes = try reader.bytes(at: 3, count: 5, reusing: &spare)
      #expect(bytes.withBytes { Array($0) } == Array(text[3..<8]))
    }
  }

  @Test func aStretchBehindTheEndIsSaidToHaveChanged() throws {
    try withFile { path in
      let reader = try FileReader(SourcePlace(path: path))
      var spare: SourceBytes? = SourceBytes(capacity: 64)
      #expect(throws: SourceFileError.changedWhileRead) {
        _ = try reader.bytes(at: 18, count: 5, reusing: &spare)
      }
    }
  }
}
