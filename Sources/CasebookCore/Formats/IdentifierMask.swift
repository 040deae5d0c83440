/// Replaces the values of a record's text that say who a person is.
enum IdentifierMask {
  /// What replaces a value.
  static let mask = "\"(left out)\""
  /// What is shown if the text cannot be read apart.
  static let hidden =
    "The text of this record may say who a person is; open it with --keep-identifiers."

  /// The text of a record of YAML or JSON, or of the document it stands in, without those values.
  ///
  /// A value is replaced from its first byte to the last one before the next key or value. A comment
  /// in between is replaced with it.
  static func text(
    of bytes: UnsafeRawBufferPointer, isYAML: Bool, limits: TreeLimits
  ) -> String {
    guard String(validating: bytes, as: UTF8.self) != nil else { return hidden }
    var ranges: [Range<Int>] = []
    let source = SourceText(borrowing: bytes)
    let tree = DataTree()
    if isYAML {
      let reader = YAMLTreeReader(limits: limits)
      reader.open(source)
      while let record = reader.nextDocument(into: tree) {
        guard case .value = record else { return hidden }
        ranges += self.ranges(in: tree, bytes)
      }
    } else {
      guard (try? JSONTreeReader(limits: limits).read(source, into: tree)) != nil else {
        return hidden
      }
      ranges = self.ranges(in: tree, bytes)
    }
    return replacing(ranges.sorted { $0.lowerBound < $1.lowerBound }, in: bytes)
  }

  private static func replacing(
    _ ranges: [Range<Int>], in bytes: UnsafeRawBufferPointer
  ) -> String {
    var text: [UInt8] = []
    var end = 0
    for range in ranges where range.upperBound > end {
      if range.lowerBound >= end {
        text += bytes[end..<range.lowerBound]
        text += mask.utf8
      }
      end = range.upperBound
    }
    text += bytes[end...]
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: - Ranges

  private static func ranges(
    in tree: DataTree, _ bytes: UnsafeRawBufferPointer
  ) -> [Range<Int>] {
    let starts = tree.nodes.map { Int($0.position) }.sorted()
    return identifiers(in: tree).compactMap { node in
      let subtree = tree.nodes[node..<max(node + 1, Int(tree.nodes[node].next))]
      let start = Int(tree.nodes[node].position)
      let last = subtree.map { Int($0.position) }.max() ?? start
      let end = starts.first(above: last) ?? bytes.count
      return trimmed(start..<max(start, end), bytes)
    }
  }

  /// The values whose keys say who a person is, in the order of the text.
  private static func identifiers(in tree: DataTree) -> [Int] {
    var found: [Int] = []
    var open = [0]
    while let node = open.popLast() {
      guard node < tree.count else { continue }
      open += tree.elements(of: node)
      for (key, value) in tree.members(of: node) {
        let name = tree.string(of: key)
        if PersonalKeys.isOfThing(name) { continue }
        if PersonalKeys.contains(name) { found.append(value) } else { open.append(value) }
      }
    }
    return found
  }

  /// A range without the blanks and signs at its end; `nil` if nothing is left.
  private static func trimmed(
    _ range: Range<Int>, _ bytes: UnsafeRawBufferPointer
  ) -> Range<Int>? {
    let signs = Array(" \t\r\n,:-?{}[]".utf8)
    let end = range.upperBound - bytes[range].reversed().prefix { signs.contains($0) }.count
    return end > range.lowerBound ? range.lowerBound..<end : nil
  }
}

extension [Int] {
  /// The first number above another, of numbers in order.
  fileprivate func first(above number: Int) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= number { low = middle + 1 } else { high = middle }
    }
    return low < count ? self[low] : nil
  }
}
