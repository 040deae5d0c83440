import Glibc
import Testing

@testable import CasebookCore

/// Columns that point outside of what they belong to are doubted, though their bytes add up.
struct SegmentImageTests {
  private let folder = ScratchFolder()

  private func segment() throws -> Segment {
    let path = folder.write(SnapshotSource.lines(0..<9), to: "a.jsonl")
    return try #require(Loader().load([.path(path)], title: "t").segments.first)
  }

  /// The segment as it comes back from a snapshot, its parts changed before.
  private func image(_ change: (inout Segment.Parts) -> Void) throws -> SegmentImage {
    var parts = try segment().parts
    change(&parts)
    let path = folder.path("image")
    let sink = try #require(SnapshotSink(path))
    let header = [UInt8](repeating: 0, count: 64)
    #expect(header.withUnsafeBytes(sink.write))
    let directory = try #require(SegmentWriter.write(Segment(parts), to: sink))
    #expect(sink.finish(header: header))
    return SegmentImage(
      file: try MappedFile(path), directory: directory, fileCount: 1, problemBlocks: [])
  }

  @Test func unchangedItIsTheSame() throws {
    let image = try image { _ in }
    #expect(try image.segment().caseCount == 9)
  }

  private static let hostile: [(String, @Sendable (inout Segment.Parts) -> Void)] = [
    ("events of more cases", { $0.eventStarts = FixedArray($0.eventStarts.all + [27]) }),
    (
      "events that do not begin at 0",
      { $0.eventStarts = FixedArray([1] + $0.eventStarts.all.dropFirst()) }
    ),
    ("events that fall", { $0.eventStarts = FixedArray($0.eventStarts.all.reversed()) }),
    (
      "events behind the last",
      { parts in
        parts.eventStarts = FixedArray(parts.eventStarts.all.dropLast() + [4_000_000_000])
      }
    ),
    ("fewer dates than events", { $0.eventSpans = FixedArray([]) }),
    ("a type without a name", { $0.eventTypes = FixedArray($0.eventTypes.all.dropLast() + [99]) }),
    (
      "a file that is not there",
      { parts in
        var places = parts.provenance.all
        places[3].file = 1
        parts.provenance = FixedArray(places)
      }
    ),
    ("ids behind the last", { $0.idBytes = FixedArray([0x41]) }),
    ("traits of fewer cases", { $0.traits = FixedArray([]) }),
    ("no text", { $0.text = TextArena() }),
    (
      "a row behind the last",
      { $0.changeColumn { $0.rows = FixedArray($0.rows.all.dropLast() + [9_999]) } }
    ),
    ("rows that fall", { $0.changeColumn { $0.rows = FixedArray($0.rows.all.reversed()) } }),
    (
      "a code without a value",
      { $0.changeColumn { $0.codes = FixedArray($0.codes.all.map { _ in 9_999 }) } }
    ),
    (
      "a long text that is not there",
      { parts in
        parts.changeColumn { $0.codes = FixedArray($0.codes.all.map { _ in UInt32.max }) }
      }
    ),
    ("a value outside the bytes", { $0.changeColumn { $0.bytes = FixedArray([]) } }),
    ("half a long text", { $0.changeColumn { $0.longs = FixedArray([1]) } }),
    (
      "a long text outside the text",
      { $0.changeColumn { $0.longs = FixedArray([0, 4_000_000_000]) } }
    ),
    ("a long text backwards", { $0.changeColumn { $0.longs = FixedArray([9, 3]) } }),
    ("columns out of order", { $0.columns.reverse() }),
    ("a column twice", { $0.columns.append($0.columns[$0.columns.count - 1]) }),
  ]

  @Test(arguments: hostile.indices)
  func whatPointsOutsideIsDoubted(index: Int) throws {
    let (name, change) = Self.hostile[index]
    let image = try image(change)
    #expect(throws: SnapshotDoubt.self, "\(name)") { try image.segment() }
  }
}

extension FixedArray {
  fileprivate var all: [Element] { withBuffer { Array($0) } }
}

/// A column whose parts can be changed.
private struct LooseColumn {
  var rows: FixedArray<UInt32>
  var codes: FixedArray<UInt32>
  var bytes: FixedArray<UInt8>
  var longs: FixedArray<UInt32>
}

extension Segment.Parts {
  /// Changes the column of statuses, whose values are short.
  fileprivate mutating func changeColumn(_ change: (inout LooseColumn) -> Void) {
    guard let index = columns.firstIndex(where: { $0.path.name == "status" }) else { return }
    let column = columns[index]
    var loose = LooseColumn(
      rows: column.rows, codes: column.codes, bytes: column.valueBytes, longs: column.longRanges)
    change(&loose)
    columns[index] = ValueColumn(
      path: column.path, rows: loose.rows, codes: loose.codes, kinds: column.kinds,
      valueBytes: loose.bytes, valueStarts: column.valueStarts, longRanges: loose.longs)
  }
}
