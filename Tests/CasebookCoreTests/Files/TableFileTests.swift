import Testing

@testable import CasebookCore

/// Files of tables that other programs wrote: `Tests/Generators/table_files.py` made them.
@Suite struct TableFileTests {
  private static let folder: String = {
    let own = "\(#filePath)"
    return String(own[..<(own.lastIndex(of: "/") ?? own.startIndex)]) + "/TableFiles"
  }()

  private func place(_ name: String) -> SourcePlace { SourcePlace(path: "\(Self.folder)/\(name)") }

  /// The text of a part of a file, read in steps of a size.
  private func text(
    _ name: String, _ kind: TableFileKind, part: Int = 0, step: Int = 1 << 16
  ) throws -> String {
    let stream = TextStream(try FileReader(place(name)), .part(kind, number: part))
    let room = SourceBytes(capacity: step)
    var all: [UInt8] = []
    while true {
      let got = try stream.read(into: room.room)
      all += room.room[..<got]
      if got < step { return String(decoding: all, as: UTF8.self) }
    }
  }

  private func expected() throws -> String {
    let bytes = try FileReader.contents(of: place("expected.csv"), .plain, limit: 1 << 20).0
    return bytes.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    "codec-none.parquet", "codec-snappy.parquet", "codec-gzip.parquet", "codec-brotli.parquet",
    "codec-lz4.parquet", "codec-zstd.parquet", "pages-2.parquet", "plain.parquet",
    "deltas.parquet", "int96.parquet", "codec-uncompressed.feather", "codec-lz4.feather",
    "codec-zstd.feather", "dictionary.feather", "workbook.xlsx", "workbook-1904.xlsx",
    "spss.sav", "spss.zsav", "stata.dta", "database.sqlite",
  ])
  func eachKindReadsAlike(_ name: String) throws {
    let contents = try FileContents(place(name), name: name, limit: 1 << 24)
    guard case .part(let kind, 0) = contents.texts[0].form else {
      Issue.record("\(name) is \(contents.texts[0].form)")
      return
    }
    #expect(try text(name, kind) == expected())
    #expect(try text(name, kind, step: 7) == expected())
  }

  @Test func kindsWithFewerLettersReadAlikeButForThese() throws {
    let portable = try text("spss.por", .spssPortable).split(separator: "\n")
    let transport = try text("sas.xpt", .sasTransport).split(separator: "\n")
    #expect(portable[0] == "ID,TEXT,CODE,WHOLE,REAL,FLAG,DAY,MOMENT")
    #expect(transport[0] == "id,text,code,whole,real,flag,day,moment")
    #expect(portable.count == 41)
    #expect(portable.dropFirst() == transport.dropFirst())
    #expect(portable[2] == "p001,Penuelas,green,999983,0.225,0,2000-02-27,2024-02-29 06:59:59")
  }

  @Test func numbersAndMomentsKeepTheirWholeValue() throws {
    let lines = try text("kinds.parquet", .parquet).split(separator: "\n")
    #expect(lines[0] == "unsigned,small,decimal,millis,time,list,last")
    #expect(
      lines[1]
        == "0,-128,-12.5,1969-12-31 23:59:59.25,01:02:03,\"(list or group, not read)\",a")
    #expect(lines[2].hasPrefix("4294967295,127,0.05,,00:00:00.005,"))
    #expect(lines[3].hasPrefix(",0,99999999999999999999.99,9999-12-31,,"))
  }

  @Test func rowsAndColumnsOfASheetKeepTheirNumbers() throws {
    #expect(
      try text("workbook.xlsx", .workbook, part: 1)
        == "\n\n,\"two empty rows above, one empty column before\"\n")
  }

  @Test func partsHaveTheirNames() throws {
    let sheets = try FileContents(place("workbook.xlsx"), name: "a/workbook.xlsx", limit: 1 << 24)
    #expect(sheets.texts.map(\.part?.name) == ["FY2025", "Notes", "Hidden"])
    #expect(sheets.texts.map(\.part?.isHidden) == [false, false, true])
    #expect(sheets.texts[0].name == "a/workbook-FY2025.csv")

    let database = try FileContents(place("database.sqlite"), name: "d.sqlite", limit: 1 << 24)
    #expect(database.texts.map(\.part?.name) == ["stints", "a \"view\""])
    #expect(try text("database.sqlite", .sqlite, part: 1).hasPrefix("id\np030\n"))

    let alone = try FileContents(place("plain.parquet"), name: "p.parquet", limit: 1 << 24)
    #expect(alone.texts == [.init(form: .part(.parquet, number: 0), name: "p.csv", format: .table)])
  }

  @Test func membersOfAnArchiveAreFilesAndAWorkbookInsideIsNamed() throws {
    let contents = try FileContents(place("archive.zip"), name: "archive.zip", limit: 1 << 24)
    #expect(contents.texts.map(\.name) == ["archive/2025/stints.csv"])
    #expect(contents.unread.map(\.part.name) == ["nested.xlsx"])
    #expect(contents.unread.map(\.error) == [.notRead(.nestedArchive)])
    #expect(try text("archive.zip", .zip) == expected())
  }

  @Test func whatExpandsBeyondTheLimitIsRefused() throws {
    let stream = TextStream(
      try FileReader(place("archive.zip")), .part(.zip, number: 0), limit: 1_000)
    let room = SourceBytes(capacity: 1 << 16)
    #expect(throws: SourceFileError.expandsBeyond(limit: 1_000)) {
      try stream.read(into: room.room)
    }
  }
}
