import Glibc
import Testing

@testable import CasebookCore

/// The text of a compressed file comes out whole, or it is said why not.
struct TextStreamTests {
  /// What can become of a compressed file.
  enum Change: String, CaseIterable {
    case none, twoMembers, fourZeros, oneZero, text, empty
    case cutAtTheFirstByte, cutInTheHeader, cutInside, cutBeforeTheLastByte, cutInTheSecondMember
    case oneBitInside, oneBitOfTheChecksum, otherBytesBehind, zerosBetween
  }

  private let text = Array((0..<4_000).map { "line \($0 * 7_919 % 4_001)\n" }.joined().utf8)

  private func bytes(_ compression: Compression, _ change: Change) throws -> [UInt8] {
    let whole = try compression.compressed(text)
    var changed = whole
    switch change {
    case .none: break
    case .twoMembers: changed = try two(compression, between: [])
    case .zerosBetween: changed = try two(compression, between: [0, 0, 0, 0])
    case .fourZeros: changed += [0, 0, 0, 0]
    case .oneZero: changed += [0]
    case .text: changed = text
    case .empty: changed = []
    case .cutAtTheFirstByte: changed = Array(whole[..<1])
    case .cutInTheHeader: changed = Array(whole[..<5])
    case .cutInside: changed = Array(whole[..<(whole.count / 2)])
    case .cutBeforeTheLastByte: changed = Array(whole.dropLast())
    case .cutInTheSecondMember: changed = whole + whole[..<8]
    case .oneBitInside: changed[whole.count / 2] ^= 1
    // The last bytes of gzip are the length, before it the checksum; xz ends with its magic.
    case .oneBitOfTheChecksum: changed[whole.count - (compression == .zstandard ? 1 : 6)] ^= 1
    case .otherBytesBehind: changed += Array("other bytes behind it".utf8)
    }
    return changed
  }

  private func two(_ compression: Compression, between: [UInt8]) throws -> [UInt8] {
    let middle = text.count / 2
    return try compression.compressed(Array(text[..<middle])) + between
      + compression.compressed(Array(text[middle...]))
  }

  private func outcome(
    _ compression: Compression, _ change: Change
  ) throws -> Result<[UInt8], SourceFileError> {
    let path =
      "/tmp/casebook-stream-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
      + compression.rawValue
    let file = try #require(fopen(path, "w"))
    let bytes = try bytes(compression, change)
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    defer { unlink(path) }
    return Result { () throws(SourceFileError) in
      try FileReader.contents(
        of: SourcePlace(path: path), TextForm(fileName: path), limit: 1 << 30
      ).0.withBytes { Array($0) }
    }
  }

  private func isPadding(_ change: Change, of compression: Compression) -> Bool {
    switch (change, compression) {
    case (.oneZero, .gzip), (.fourZeros, .gzip), (.zerosBetween, .gzip): true
    case (.fourZeros, .xz), (.zerosBetween, .xz): true
    default: false
    }
  }

  @Test(arguments: Compression.allCases, Change.allCases)
  func aFileIsReadWholeOrItIsSaidWhyNot(compression: Compression, change: Change) throws {
    let found = try outcome(compression, change)
    let size = try bytes(compression, change).count
    switch change {
    case .none, .twoMembers: #expect(found == .success(text))
    case .cutAtTheFirstByte, .cutInTheHeader, .cutInside, .cutBeforeTheLastByte,
      .cutInTheSecondMember, .empty:
      #expect(found == .failure(.cutShort(byte: size)))
    case .oneZero, .fourZeros, .zerosBetween, .text, .oneBitInside, .oneBitOfTheChecksum,
      .otherBytesBehind:
      if isPadding(change, of: compression) { return #expect(found == .success(text)) }
      guard case .failure(.damaged(let byte)) = found else {
        Issue.record("\(compression) \(change): \(found)")
        return
      }
      #expect(byte <= size)
      if change == .oneBitInside { #expect(byte > 0) }
    }
  }

  /// However much is asked for at one go.
  @Test(arguments: Compression.allCases, [1, 7, 4_096, 65_537])
  func aStreamGivesTheSameTextInAnySteps(compression: Compression, step: Int) throws {
    let path = "/tmp/casebook-stream-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    let file = try #require(fopen(path, "w"))
    let bytes = try two(compression, between: [])
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    defer { unlink(path) }
    let stream = TextStream(try FileReader(SourcePlace(path: path)), .compressed(compression))
    var all: [UInt8] = []
    var room = [UInt8](repeating: 0, count: step)
    while true {
      let got = try room.withUnsafeMutableBytes { try stream.read(into: $0) }
      all += room[..<got]
      if got < step { break }
    }
    #expect(all == text)
    #expect(stream.filePosition == bytes.count)
  }
}
