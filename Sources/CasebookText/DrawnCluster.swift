/// The characters that one place of a terminal receives: a base and what stands on it.
///
/// A user-perceived character gives one cluster, or several where it holds several bases side by
/// side (the consonants of Indic conjuncts). Of an emoji sequence only the first emoji is drawn,
/// without joiner, selector and skin tone, because terminals and multiplexers disagree on the
/// width of the whole. Regional indicators are drawn as their letters, so the flag of
/// Great Britain is `GB`. U+200D, U+200C and variation selectors are never part of a cluster.
public struct DrawnCluster: Sendable, Hashable {
  /// A base scalar and at most ``maximumMarks`` scalars of width 0.
  public var text: String
  /// The cells it takes: 1 or 2.
  public var columns: Int

  /// How many combining marks a base carries at most; a cell has room for four.
  public static let maximumMarks = 4

  /// The one cluster of a character of ASCII, as most are; nothing for any other.
  public static func plain(_ character: Character) -> DrawnCluster? {
    character.isASCII ? DrawnCluster(text: String(character), columns: 1) : nil
  }

  /// The clusters of one user-perceived character, in order.
  public static func clusters(of character: Character) -> [DrawnCluster] {
    if let plain = plain(character) { return [plain] }
    var drawing = ClusterDrawing()
    for scalar in character.unicodeScalars { drawing.add(scalar) }
    return drawing.clusters
  }
}

/// Collects the clusters of one character, scalar by scalar.
private struct ClusterDrawing {
  var clusters: [DrawnCluster] = []
  private var marks = 0
  private var isJoining = false

  mutating func add(_ scalar: Unicode.Scalar) {
    if scalar.isVariationSelector { return }
    if scalar.isJoiner {
      isJoining = scalar.value == 0x200D
      return
    }
    defer { isJoining = false }
    if let letter = scalar.regionalLetter { return start(letter, columns: 1) }
    switch DisplayWidth.columns(of: scalar) {
    case nil: start("\u{FFFD}", columns: 1)
    case 0?: addMark(scalar)
    case let columns?:
      let follows = isJoining || scalar.properties.isEmojiModifier
      if follows, scalar.properties.isEmoji, !clusters.isEmpty { return }
      start(scalar, columns: columns)
    }
  }

  private mutating func start(_ scalar: Unicode.Scalar, columns: Int) {
    clusters.append(DrawnCluster(text: String(Character(scalar)), columns: columns))
    marks = 0
  }

  private mutating func addMark(_ scalar: Unicode.Scalar) {
    if clusters.isEmpty { start(" ", columns: 1) }
    guard marks < DrawnCluster.maximumMarks else { return }
    clusters[clusters.count - 1].text.unicodeScalars.append(scalar)
    marks += 1
  }
}
