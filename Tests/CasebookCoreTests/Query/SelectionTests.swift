import CasebookCore
import Testing

@Suite struct SelectionTests {
  private let selection = {
    var selection = Selection()
    selection.append(Bitmap(count: 5, [1, 4]))
    selection.append(Bitmap(count: 3))
    selection.append(Bitmap(count: 70, [0, 69]))
    return selection
  }()

  @Test func rowsOfSegmentsFollowEachOther() {
    #expect(selection.rows == [1, 4, 8, 77])
    #expect(selection.count == 4)
    #expect(selection.rowCount == 78)
    #expect(selection.segmentCount == 3)
    #expect(selection.firstRow(ofSegment: 2) == 8)
  }

  @Test func rankAndRowAreInverse() {
    #expect((-1...4).map { selection.row(at: $0) } == [nil, 1, 4, 8, 77, nil])
    #expect([0, 1, 2, 5, 8, 9, 77, 78].map { selection.rank(of: $0) } == [0, 0, 1, 2, 2, 3, 3, 4])
    #expect(
      [1, 2, 77, 78, -1].map { selection.contains($0) } == [true, false, true, false, false])
  }

  @Test func whatDoesNotSayIsCountedOverAllSegments() {
    var selection = Selection()
    selection.append(BitmapRanks(Bitmap(count: 5, [1])), unknown: 3)
    selection.append(Bitmap(count: 2))
    selection.append(BitmapRanks(Bitmap(count: 4)), unknown: 1)
    #expect(selection.unknownCount == 4)
  }

  @Test func emptySelectionHasNoRow() {
    let empty = Selection()
    #expect(empty.count == 0 && empty.rows == [] && empty.row(at: 0) == nil)
    #expect(!empty.contains(0) && empty.rank(of: 3) == 0)
  }
}
