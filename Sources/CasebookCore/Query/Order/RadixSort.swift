// Hot path: an order of a million rows is a few passes here.

/// Sorts rows by numbers, keeping the order of equal ones.
enum RadixSort {
  /// Puts rows in the order of their keys.
  ///
  /// - Parameters:
  ///   - rows: The rows to sort.
  ///   - keys: The key of every row of the library, by row.
  /// - Complexity: O(rows) for each 16 bits in which keys differ.
  static func sort(_ rows: inout [UInt32], by keys: [UInt64]) {
    guard rows.count > 1 else { return }
    var spread: UInt64 = 0
    let first = keys[Int(rows[0])]
    for row in rows { spread |= keys[Int(row)] ^ first }
    var target = [UInt32](repeating: 0, count: rows.count)
    for shift in stride(from: UInt64(0), to: 64, by: 16) where spread >> shift & 0xFFFF != 0 {
      pass(rows, keys, shift, into: &target)
      swap(&rows, &target)
    }
  }

  private static func pass(
    _ rows: [UInt32], _ keys: [UInt64], _ shift: UInt64, into target: inout [UInt32]
  ) {
    keys.withUnsafeBufferPointer { keys in
      rows.withUnsafeBufferPointer { rows in
        target.withUnsafeMutableBufferPointer { target in
          var starts = [Int](repeating: 0, count: 65_537)
          for row in rows { starts[Int(keys[Int(row)] >> shift & 0xFFFF) + 1] += 1 }
          for digit in 1...65_536 { starts[digit] += starts[digit - 1] }
          for row in rows {
            let digit = Int(keys[Int(row)] >> shift & 0xFFFF)
            target[starts[digit]] = row
            starts[digit] += 1
          }
        }
      }
    }
  }
}
