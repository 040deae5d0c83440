import CScan

/// The form of text that searches compare: ordinary width, then full case folding, then canonical
/// decomposition, then no combining mark of category Mn.
///
/// So `Peñuelas` and `penuelas` are one, and so are `Ｔｏｋｙｏ` and `tokyo`. Of the Turkish letters
/// `I`, `İ` and `i` are one, and the dotless `ı` stays a letter of its own; `ß`, `ẞ` and `ss` are
/// one; `ø` and `ł` stay what they are. The language of a text plays no part. By Unicode 14.0. Folding what is folded
/// changes nothing, but for the order of marks that stay where one between them was dropped.
/// Hot path: the work is in `CScan`.
public enum Fold {
  /// The most bytes that so many bytes can become, with the spare room the work needs.
  public static func room(for count: Int) -> Int {
    cscan_fold_room(count)
  }

  /// Folds UTF-8; each byte outside a valid sequence becomes U+FFFD.
  public static func folded(_ utf8: UnsafeRawBufferPointer) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: room(for: utf8.count)) { buffer, count in
      count = fold(utf8, into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// Folds text.
  public static func folded(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { folded(UnsafeRawBufferPointer($0)) }
  }

  /// Folds UTF-8 into memory.
  ///
  /// - Parameters:
  ///   - utf8: The bytes to fold.
  ///   - destination: At least `room(for:)` bytes; into less nothing is written.
  /// - Returns: How many bytes it became.
  public static func fold(
    _ utf8: UnsafeRawBufferPointer, into destination: UnsafeMutableRawBufferPointer
  ) -> Int {
    guard
      let source = utf8.baseAddress?.assumingMemoryBound(to: UInt8.self),
      let target = destination.baseAddress?.assumingMemoryBound(to: UInt8.self)
    else { return 0 }
    return cscan_fold(source, utf8.count, target, destination.count)
  }
}
