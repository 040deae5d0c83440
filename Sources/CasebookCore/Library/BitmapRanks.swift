/// A set of numbers with counts beside it, so that the n-th of them is found at once.
public struct BitmapRanks: Sendable, Equatable {
  /// The set.
  public let bitmap: Bitmap
  /// How many numbers are in it.
  public let population: Int
  /// Members before each block of words.
  private let before: [Int]

  private static let wordsPerBlock = 8

  /// Counts the members of a set; O(`count` / 64).
  public init(_ bitmap: Bitmap) {
    self.bitmap = bitmap
    var before: [Int] = []
    before.reserveCapacity(bitmap.words.count / Self.wordsPerBlock + 1)
    var members = 0
    for (index, word) in bitmap.words.enumerated() {
      if index % Self.wordsPerBlock == 0 { before.append(members) }
      members += word.nonzeroBitCount
    }
    self.before = before
    population = members
  }

  /// How many members are less than a number; O(1).
  public func rank(of number: Int) -> Int {
    guard number > 0 else { return 0 }
    guard number < bitmap.count else { return population }
    let word = number >> 6
    let block = word / Self.wordsPerBlock
    var rank = before[block]
    for index in block * Self.wordsPerBlock..<word { rank += bitmap.words[index].nonzeroBitCount }
    let below = (UInt64(1) << UInt64(number & 63)) - 1
    return rank + (bitmap.words[word] & below).nonzeroBitCount
  }

  /// The member that has so many members before it, if there is one; O(log `count`).
  public func select(_ rank: Int) -> Int? {
    guard rank >= 0, rank < population else { return nil }
    var low = 0
    var high = before.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if before[middle] <= rank { low = middle } else { high = middle }
    }
    var left = rank - before[low]
    var index = low * Self.wordsPerBlock
    while left >= bitmap.words[index].nonzeroBitCount {
      left -= bitmap.words[index].nonzeroBitCount
      index += 1
    }
    var word = bitmap.words[index]
    for _ in 0..<left { word &= word - 1 }
    return index << 6 + word.trailingZeroBitCount
  }
}
