import Testing

@testable import CasebookCore

@Suite struct BitmapTests {
  static let sizes = [0, 1, 63, 64, 65, 127, 128, 1000]

  @Test(arguments: sizes)
  func filledSetHasEveryNumberAndNoOther(count: Int) {
    let set = Bitmap(count: count, filled: true)
    #expect(Array(set) == Array(0..<count))
    #expect(set.population == count)
    #expect(!set.contains(count) && !set.contains(-1))
    #expect(set.inverted == Bitmap(count: count))
    #expect(set.inverted.isEmpty)
  }

  @Test(arguments: sizes)
  func operationsAgreeWithThoseOfSets(count: Int) {
    var random = SplitMix(seed: UInt64(count))
    for _ in 0..<20 {
      let (a, b) = (random.numbers(below: count), random.numbers(below: count))
      let (left, right) = (Bitmap(count: count, a), Bitmap(count: count, b))
      #expect(Array(left) == a.sorted())
      #expect(left.population == a.count)
      #expect(left.isEmpty == a.isEmpty)
      #expect(Array(left.union(right)) == a.union(b).sorted())
      #expect(Array(left.intersection(right)) == a.intersection(b).sorted())
      #expect(Array(left.subtracting(right)) == a.subtracting(b).sorted())
      #expect(Array(left.inverted) == Set(0..<count).subtracting(a).sorted())
    }
  }

  @Test func intersectionInARangeLeavesTheRestAlone() {
    let all = Bitmap(count: 200, filled: true)
    let kept = Bitmap(count: 200, [3, 70, 130])
    for range in [0..<0, 0..<1, 5..<70, 64..<128, 63..<129, 0..<200, 190..<300] {
      var set = all
      set.formIntersection(kept, in: range)
      let expected = (0..<200).filter { !range.contains($0) || kept.contains($0) }
      #expect(Array(set) == expected, "\(range)")
    }
  }

  @Test func aShorterSetLacksWhatItCannotHold() {
    let long = Bitmap(count: 200, [1, 100, 199])
    let short = Bitmap(count: 70, [1, 2])
    #expect(Array(long.intersection(short)) == [1])
    #expect(Array(long.union(short)) == [1, 2, 100, 199])
    #expect(Array(short.union(long)) == [1, 2])
    #expect(Array(short.union(Bitmap(count: 128, [69, 71]))) == [1, 2, 69])
  }

  @Test func insertingAndRemovingStayInRange() {
    var set = Bitmap(count: 10)
    for number in [-1, 0, 9, 10, 64] { set.insert(number) }
    #expect(Array(set) == [0, 9])
    for number in [-1, 0, 10, 64] { set.remove(number) }
    #expect(Array(set) == [9])
  }

  @Test func bitsWrittenPastTheCountAreCleared() {
    var set = Bitmap(count: 3)
    set.withMutableWords { $0[0] = .max }
    #expect(set == Bitmap(count: 3, filled: true))
  }

  @Test(arguments: [0, 1, 63, 64, 65, 130])
  func aSetIsInsertedFromAPlaceOn(start: Int) {
    let other = Bitmap(count: 70, [0, 1, 62, 63, 64, 69])
    var set = Bitmap(count: 140, [2])
    set.insert(other, from: start)
    let moved = other.map { $0 + start }.filter { $0 < 140 }
    #expect(Set(set) == Set(moved + [2]))
  }
}
