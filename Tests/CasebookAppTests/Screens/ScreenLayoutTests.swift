import CasebookCanvas
import Testing

@testable import CasebookApp

/// Where the regions stand, by size and focus.
struct ScreenLayoutTests {
  private static let sizes = [
    Size(columns: 60, rows: 18), Size(columns: 80, rows: 24), Size(columns: 99, rows: 40),
    Size(columns: 100, rows: 30), Size(columns: 120, rows: 36), Size(columns: 200, rows: 50),
  ]

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 60, rows: 24)], Region.allCases)
  func everyRegionIsOfUseAtEightyColumns(size: Size, focus: Region) {
    let layout = ScreenLayout(size: size, focus: focus, showsFacets: focus == .facets)
    #expect(layout.listRows >= (focus == .list ? 8 : 3))
    #expect(layout.detailRows >= (focus == .detail ? 8 : 3))
    #expect(layout.timeline.rows >= (focus == .timeline ? 9 : 5))
  }

  @Test(arguments: sizes, Region.allCases)
  func theRegionsFillTheScreenAndNeverLieOverEachOther(size: Size, focus: Region) {
    let layout = ScreenLayout(size: size, focus: focus)
    let regions = [layout.list, layout.detail, layout.timeline]
    for row in 0..<size.rows {
      for column in [1, size.columns / 3, size.columns - 2] {
        let holders = regions.filter {
          ($0.top..<$0.bottom).contains(row) && ($0.left..<$0.right).contains(column)
        }
        #expect(holders.count <= 1, "row \(row), column \(column)")
        let isLine = row < 2 || row == size.rows - 1 || layout.rules.contains(row)
        #expect(holders.count == 1 || isLine || abs(column - (layout.divider ?? 0)) <= 2)
      }
    }
  }

  @Test(arguments: sizes, Region.allCases)
  func aRegionThatFillsTheScreenLeavesOnlyTheLines(size: Size, focus: Region) {
    let layout = ScreenLayout(
      size: size, focus: focus, showsFacets: focus == .facets, fillsScreen: true)
    let regions: [Region: Rect] = [
      .list: layout.list, .detail: layout.detail, .timeline: layout.timeline,
      .facets: layout.facets,
    ]
    for (region, rect) in regions {
      #expect(rect.rows == (region == focus ? size.rows - 5 : 0))
      #expect(rect.columns == (region == focus ? size.columns - 2 : 0))
    }
    #expect(layout.rules == [2, size.rows - 2])
  }

  @Test func oneRegionAtATimeIsTheSameWhetherItFillsTheScreenOrNot() {
    let size = Size(columns: 40, rows: 12)
    let plain = ScreenLayout(size: size, focus: .detail)
    let filled = ScreenLayout(size: size, focus: .detail, fillsScreen: true)
    #expect(plain.detail == filled.detail && plain.shape == .single && filled.shape == .single)
  }
}
