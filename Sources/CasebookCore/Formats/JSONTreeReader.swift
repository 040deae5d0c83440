internal import CJSON

/// Reads JSON (RFC 8259) strictly into trees; keeps its memory from text to text.
///
/// Numbers of any size and precision are taken as they are written. Lone surrogate escapes, which
/// RFC 8259 leaves open, are refused. Texts are UTF-8, with or without a byte order mark, and
/// below 4 GiB.
public final class JSONTreeReader {
  /// The limits that are kept.
  public let limits: TreeLimits

  let reader: OpaquePointer?
  private var source = SourceText(copying: [])

  /// Makes a reader.
  public init(limits: TreeLimits = TreeLimits()) {
    self.limits = limits
    reader = cjson_reader_make(
      cjson_limits(
        depth: UInt32(clamping: limits.depth), keys: UInt32(clamping: limits.keysPerObject),
        record: UInt32(clamping: limits.recordBytes)))
  }

  deinit {
    cjson_reader_free(reader)
  }

  /// Reads a text that is one value; throws where it is not, or where it holds anything else.
  public func read(_ source: SourceText, into tree: DataTree) throws(TreeError) {
    open(source)
    guard let reader else { throw TreeError(.outOfMemory, at: source.position(at: 0)) }
    prepare(tree)
    let item = cjson_reader_document(reader, &tree.tape)
    if item.step == .refused {
      throw error(item.error)
    }
  }

  /// Points the reader at a text of many records: whole lines of JSON Lines, or a file.
  public func open(_ source: SourceText) {
    self.source = source
    cjson_reader_open(
      reader, source.bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
      UInt32(clamping: source.bytes.count))
  }

  /// Reads the next line that is not blank; nothing after the last one.
  ///
  /// A line is one value. A line that holds another object or array behind it gives both, the
  /// later ones with the warning `sharedLine`; anything else behind it refuses the line.
  public func nextLine(into tree: DataTree) -> TreeRecord? {
    prepare(tree)
    guard let reader else { return nil }
    return record(cjson_reader_line(reader, &tree.tape), tree)
  }

  /// Reads the next element of the top array, or of the array that the top object has under `key`.
  ///
  /// The other members of a top object gather in `root`, which `.root` hands out at the end.
  /// An element with an error in itself is refused alone; after any other error reading ends.
  public func nextElement(
    of key: StaticString, into tree: DataTree, root: DataTree
  ) -> TreeRecord? {
    prepare(tree)
    root.source = source
    guard let reader else { return nil }
    let item = key.withUTF8Buffer { key in
      cjson_reader_element(
        reader, key.baseAddress, UInt32(key.count), &tree.tape, &root.tape)
    }
    return record(item, tree)
  }

  // MARK: -

  private func prepare(_ tree: DataTree) {
    tree.clear()
    tree.source = source
  }

  private func record(_ item: cjson_item, _ tree: DataTree) -> TreeRecord? {
    let range = Int(item.start)..<Int(max(item.start, item.end))
    if item.shares_line {
      tree.warnings.append(TreeWarning(.sharedLine, at: source.position(at: range.lowerBound)))
    }
    switch item.step {
    case .value: return .value(range)
    case .refused: return .refused(error(item.error), range)
    case .root: return .root
    case .end: return nil
    }
  }

  private func error(_ error: cjson_error) -> TreeError {
    let offset = Int(error.offset)
    return TreeError(fact(error), at: source.position(at: offset))
  }

  private func fact(_ error: cjson_error) -> TreeError.Fact {
    let offset = Int(error.offset)
    let expected = TreeError.Expectation.list(error.expected)
    switch error.code {
    case .none, .memory: return .outOfMemory
    case .expected: return .unexpected(expected, at: offset, in: source)
    case .incomplete:
      let opened = expected == [.quote] ? source.position(at: Int(error.related)) : nil
      return .incomplete(expected: expected, opened: opened)
    case .utf8, .control: return .badByte(at: offset, in: source)
    case .unclosed_string: return .unclosedQuote(opened: source.position(at: Int(error.related)))
    case .escape: return .badEscape
    case .surrogate: return .loneSurrogate
    case .number: return .malformedNumber
    case .trailing: return .trailingContent(found: .at(offset, in: source))
    case .depth: return .depthLimit(limits.depth)
    case .keys: return .tooManyKeys(limit: limits.keysPerObject)
    case .record: return .recordTooLong(limit: limits.recordBytes)
    case .empty: return .empty
    }
  }
}
