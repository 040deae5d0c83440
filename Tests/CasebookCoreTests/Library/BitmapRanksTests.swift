import Testing

@testable import CasebookCore

@Suite struct BitmapRanksTests {
  @Test(arguments: [0, 1, 64, 511, 512, 513, 3000])
  func rankAndSelectAgreeWithCounting(count: Int) {
    var random = SplitMix(seed: UInt64(count) + 7)
    let sparse = Bitmap(count: count, random.numbers(below: count).filter { $0 % 97 == 3 })
    for set in [Bitmap(count: count, random.numbers(below: count)), sparse] {
      let ranks = BitmapRanks(set)
      let members = Array(set)
      #expect(ranks.population == members.count)
      #expect((0..<members.count).map(ranks.select) == members)
      #expect(ranks.select(-1) == nil)
      #expect(ranks.select(members.count) == nil)
      for number in stride(from: -1, through: count + 1, by: 7) {
        #expect(ranks.rank(of: number) == members.filter { $0 < number }.count)
      }
    }
  }
}
