import Glibc
import Testing

@testable import CasebookCore

/// Files that are not UTF-8 are read and marked, and no row is lost.
struct EncodingLoadingTests {
  let folder = ScratchFolder()

  init() {
    mkdir(folder.path("a"), 0o755)
    mkdir(folder.path("plain"), 0o755)
  }

  private static let table =
    "Facility,Detainer Date\r\nCañon County Jail,2024-01-05\r\n“Peñasco” Jail,2024-02-06\r\n"

  /// The table in an encoding, with a byte order mark if it has one and is to be marked.
  static func bytes(_ encoding: TextEncoding, isMarked: Bool, of text: String = table) -> [UInt8] {
    let mark = isMarked ? encoding.byteOrderMark : []
    return mark
      + text.unicodeScalars.flatMap { scalar -> [UInt8] in
        let value = scalar.value
        let low = UInt8(truncatingIfNeeded: value)
        let high = UInt8(truncatingIfNeeded: value >> 8)
        switch encoding {
        case .utf8: return Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        case .utf16LittleEndian: return [low, high]
        case .utf16BigEndian: return [high, low]
        case .utf32LittleEndian: return [low, high, 0, 0]
        case .utf32BigEndian: return [0, 0, high, low]
        case .windows1252:
          return [
            SingleByteTable.windows1252.firstIndex(of: scalar).map { UInt8($0 + 0x80) } ?? low
          ]
        case .macRoman:
          return [SingleByteTable.macRoman.firstIndex(of: scalar).map { UInt8($0 + 0x80) } ?? low]
        case .latin1: return [low]
        }
      }
  }

  private func load(_ path: String = "a") throws -> Library {
    var loader = Loader()
    loader.profiles = try BuiltInProfiles.all
    return loader.load([.path(folder.path(path))], title: "t")
  }

  private func encodings(_ library: Library) -> [EncodingFinding] {
    library.problems.problems.compactMap {
      if case .encoding(let finding) = $0.fact { finding } else { nil }
    }
  }

  @Test(arguments: [
    (TextEncoding.windows1252, false), (.utf16LittleEndian, true), (.utf16LittleEndian, false),
    (.utf16BigEndian, true), (.utf16BigEndian, false), (.utf32LittleEndian, true),
    (.macRoman, false),
  ])
  func aTableInAnotherEncodingIsReadLikeOneInUTF8(encoding: TextEncoding, isMarked: Bool) throws {
    folder.write(bytes: Self.bytes(.utf8, isMarked: false), to: "plain/t.csv")
    let plain = try load("plain")
    #expect(encodings(plain).isEmpty)
    folder.write(bytes: Self.bytes(encoding, isMarked: isMarked), to: "a/t.csv")
    let library = try load()
    #expect(library.dumpWithoutProblems == plain.dumpWithoutProblems)
    #expect(encodings(library).map(\.encoding) == [encoding])
    #expect(library.refusedCount == 0)
    try #require(library.caseCount == 2)
    for row in 0..<2 {
      #expect(try library.decode(row: row).get() == plain.decode(row: row).get())
      #expect(
        try library.rawText(row: row).get()
          == plain.rawText(row: row).get().replacing("/plain/", with: "/a/"))
      #expect(library.origin(ofRow: row).place.line == plain.origin(ofRow: row).place.line)
    }
  }

  @Test func compressedTextIsReadTheSameWay() throws {
    let bytes = Self.bytes(.windows1252, isMarked: false)
    folder.write(bytes: try Compression.gzip.compressed(bytes), to: "a/t.csv.gz")
    let library = try load()
    #expect(library.caseCount == 2)
    #expect(encodings(library).map(\.encoding) == [.windows1252])
    #expect(try library.rawText(row: 1).get().contains("“Peñasco” Jail"))
  }

  @Test(arguments: ["jsonl", "json", "yaml"])
  func casesInAFolderAreReadAgainOnceOneIsNotUTF8(ending: String) throws {
    let text = "{\"id\": \"c1\", \"title\": \"Señor\"}\n"
    folder.write(bytes: Self.bytes(.windows1252, isMarked: false, of: text), to: "a/c.\(ending)")
    folder.write("{id: c0, title: Ñandú}", to: "a/b.yaml")
    let library = try load()
    try #require(library.caseCount == 2)
    #expect(library.problems.count(.error) == 0)
    #expect(encodings(library).map(\.encoding) == [.windows1252])
    #expect(try library.decode(row: 1).get().title == "Señor")
  }

  @Test func aStrayByteFarBehindCostsNoRowAndIsSaid() throws {
    let rows = (0..<9_000).map { "c\($0),Peñasco" }.joined(separator: "\n")
    folder.write(
      bytes: Array("case_id,title\n\(rows)\nlast,Ca".utf8) + [0xF1] + Array("on\n".utf8),
      to: "a/t.csv")
    let library = try load()
    try #require(library.caseCount == 9_001)
    #expect(try library.decode(row: 9_000).get().title == "Cañon")
    let problem = try #require(
      library.problems.problems.first { if case .encoding = $0.fact { true } else { false } })
    #expect(problem.severity == .warning)
    #expect(problem.position?.line == 9_002)
    #expect(
      problem.fact
        == .encoding(
          EncodingFinding(encoding: .utf8, rule: .bytes(others: 1, line: 9_002, utf8: 9_000))))
  }

  @Test func whatWasReadBeforeHoldsInItsEncoding() throws {
    folder.write(bytes: Self.bytes(.windows1252, isMarked: false), to: "a/t.csv")
    var loader = Loader()
    loader.profiles = try BuiltInProfiles.all
    let locations = [SourceLocation.path(folder.path("a"))]
    let first = loader.load(locations, title: "t")
    var again = Library(title: "t", settings: loader.settings)
    let outcome = loader.load(locations, known: KnownUnits(first, settling: -1 << 60)) { step in
      again.apply(step)
      return true
    }
    #expect(outcome.isKnown)
    #expect(again.dump == first.dump)
    #expect(encodings(again) == encodings(first))
  }
}
