import CScan
import Synchronization

/// Folded text of consecutive cases, in one piece of memory of less than 4 GiB.
///
/// A case is a range of bytes; each string in it ends with the byte 0xFF, which no UTF-8 has, so
/// that nothing is found across two strings or two cases.
public struct TextArenaSegment: Sendable {
  /// The byte that ends each string.
  public static let separator = UInt8(CSCAN_SEPARATOR)
  /// Readable bytes that follow the text, for searches look at whole vectors.
  public static let padding = Int(CSCAN_PADDING)

  /// The folded text; `padding` more bytes are readable behind its end.
  public let text: MemoryRegion<UInt8>
  /// Where each case begins in the text, and then the end of the last.
  public let starts: MemoryRegion<UInt32>
  /// Which characters each case has, as bits of `cscan_mask_bit`.
  public let masks: MemoryRegion<UInt64>
  private let signatureOnce: SignatureOnce
  /// How often each byte occurs, about.
  let frequencies = ByteFrequencies()

  /// Makes a segment of memory laid out as the properties say, or nothing where the counts do not
  /// agree; O(1), so that it may be mapped from a file.
  ///
  /// Text without a signature is searched whole until it is signed.
  ///
  /// Starts that do not ascend give wrong answers, yet nothing outside the text is read.
  public init?(
    text: MemoryRegion<UInt8>, starts: MemoryRegion<UInt32>, masks: MemoryRegion<UInt64>,
    signature: MemoryRegion<UInt64>? = nil
  ) {
    let fits = starts.withElements { starts in
      starts.first == 0 && starts.last.map(Int.init) == text.count
    }
    guard fits, starts.count == masks.count + 1 else { return nil }
    let words = signature?.count ?? 0
    guard words % TrigramSignature.wordsPerTile == 0,
      words / TrigramSignature.wordsPerTile <= TrigramSignature.tileCount(ofText: text.count)
    else { return nil }
    self.text = text
    self.starts = starts
    self.masks = masks
    signatureOnce = SignatureOnce(signature)
  }

  /// How many cases there are.
  public var caseCount: Int { masks.count }

  /// Which grams its blocks have: the tiles of `TrigramSignature`, as many as are there; nothing
  /// before the text is signed.
  public var signature: MemoryRegion<UInt64>? { signatureOnce.signature }

  /// Signs the text as far as it fills tiles, unless that was done; searches on other threads go
  /// on meanwhile.
  ///
  /// - Throws: `TextArenaError` where the system has no memory left.
  public func sign() throws(TextArenaError) {
    guard signature == nil else { return }
    signatureOnce.fill(try TrigramSignature.made(for: text))
  }

  /// Calls the body with the folded strings of a case, each with its separator behind it.
  public func withText<Result>(
    ofCase index: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    let (start, end) = starts.withElements { (Int($0[index]), Int($0[index + 1])) }
    return try text.withElements { text in
      let range = (start..<max(start, end)).clamped(to: 0..<text.count)
      return try body(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: text[range])))
    }
  }
}

/// The signature of a text, which comes later than the text.
private final class SignatureOnce: Sendable {
  private let made: Mutex<MemoryRegion<UInt64>?>

  init(_ signature: MemoryRegion<UInt64>?) {
    made = Mutex(signature)
  }

  var signature: MemoryRegion<UInt64>? { made.withLock { $0 } }

  func fill(_ signature: MemoryRegion<UInt64>) {
    made.withLock { if $0 == nil { $0 = signature } }
  }
}
