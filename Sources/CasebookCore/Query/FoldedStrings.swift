import CScan

/// The folded form of the distinct values of a column, or of the ids of a segment.
final class FoldedStrings: Sendable {
  private let bytes: FixedArray<UInt8>
  private let starts: [UInt32]

  /// How many strings there are.
  var count: Int { starts.count - 1 }

  var byteCount: Int { bytes.count + starts.count * 4 }

  /// Folds strings that stand one after the other.
  init(_ values: FixedArray<UInt8>, starts valueStarts: FixedArray<UInt32>) {
    let count = max(0, valueStarts.count - 1)
    let padding = Int(CSCAN_PADDING)
    // Only what is written takes memory.
    let room = Fold.room(for: values.count) + count * (Fold.room(for: 0) + 1) + padding
    var starts: [UInt32] = [0]
    starts.reserveCapacity(count + 1)
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      let target = UnsafeMutableRawBufferPointer(buffer)
      values.withBuffer { values in
        let values = UnsafeRawBufferPointer(values)
        for index in 0..<count {
          let range = Int(valueStarts[index])..<Int(valueStarts[index + 1])
          filled += Fold.fold(
            UnsafeRawBufferPointer(rebasing: values[range]),
            into: UnsafeMutableRawBufferPointer(rebasing: target[filled...]))
          target[filled] = UInt8(CSCAN_SEPARATOR)
          filled += 1
          starts.append(UInt32(filled))
        }
      }
      UnsafeMutableRawBufferPointer(rebasing: target[filled..<filled + padding])
        .initializeMemory(as: UInt8.self, repeating: 0)
      filled += padding
    }
    self.bytes = FixedArray(bytes)
    self.starts = starts
  }

  /// Folds a few names.
  convenience init(_ names: [String]) {
    var bytes: [UInt8] = []
    var starts: [UInt32] = [0]
    for name in names {
      bytes += Array(name.utf8)
      starts.append(UInt32(bytes.count))
    }
    self.init(FixedArray(bytes), starts: FixedArray(starts))
  }

  /// Where a string stands in the block of all.
  func range(_ index: Int) -> Range<Int> {
    Int(starts[index])..<Int(starts[index + 1]) - 1
  }

  /// Calls the body with the block of all strings, which stays where it is as long as this lives.
  func withBlock<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    bytes.withBuffer { body(UnsafeRawBufferPointer($0)) }
  }

  /// The strings that contain a folded text.
  func indices(containing needle: [UInt8]) -> Bitmap {
    guard !needle.isEmpty else { return Bitmap(count: count, filled: true) }
    var found = Bitmap(count: count)
    guard !needle.contains(UInt8(CSCAN_SEPARATOR)) else { return found }
    let length = bytes.count - Int(CSCAN_PADDING)
    found.withMutableWords { words in
      bytes.withBuffer { bytes in
        starts.withUnsafeBufferPointer { starts in
          needle.withUnsafeBufferPointer { needle in
            var text = cscan_text(
              bytes: bytes.baseAddress, length: length, starts: starts.baseAddress, cases: count)
            var wanted = cscan_needle(
              bytes: needle.baseAddress, length: needle.count, first: 0,
              second: needle.count - 1, third: needle.count / 2)
            cscan_find(cscan_best_level(), &text, &wanted, 0, count, words.baseAddress, 0)
          }
        }
      }
    }
    return found
  }

  /// The strings that have a word that begins with a folded text.
  func indices(beginningWordsWith needle: [UInt8]) -> Bitmap {
    let candidates = indices(containing: needle)
    var found = Bitmap(count: count)
    withBlock { block in
      for index in candidates
      where WordStart.holds(needle, in: UnsafeRawBufferPointer(rebasing: block[range(index)])) {
        found.insert(index)
      }
    }
    return found
  }

  /// The strings that fit a regular expression; ends early where it is told to stop.
  func indices(fitting pattern: Pattern, stops: () -> Bool) -> Bitmap {
    let candidates = indices(containing: pattern.requiredText)
    var matcher = PatternMatcher(pattern)
    var found = Bitmap(count: count)
    withBlock { block in
      for (number, index) in candidates.enumerated() {
        if number % Self.stringsBetweenStops == 0, stops() { return }
        if matcher.matches(UnsafeRawBufferPointer(rebasing: block[range(index)])) {
          found.insert(index)
        }
      }
    }
    return found
  }

  /// Strings that are matched between two questions whether to stop: some 50 microseconds.
  private static let stringsBetweenStops = 512
}
