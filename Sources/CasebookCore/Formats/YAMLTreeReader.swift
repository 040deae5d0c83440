internal import CYAML

/// Reads the documents of a YAML stream into trees.
///
/// Plain scalars are null, true, false or numbers by the core schema of YAML 1.2, with their text
/// kept; everything else is text. Anchors and aliases are expanded; `<<` is a key like any other,
/// with a warning. Tags never make anything but text, numbers, lists and objects.
public final class YAMLTreeReader {
  /// The limits that are kept.
  public let limits: TreeLimits

  private var source = SourceText(copying: [])
  private var parser: OpaquePointer?
  /// Where the next document may begin.
  private var start = 0

  /// Makes a reader.
  public init(limits: TreeLimits = TreeLimits()) {
    self.limits = limits
  }

  deinit {
    close()
  }

  /// Points the reader at a stream in UTF-8, with or without a byte order mark.
  public func open(_ source: SourceText) {
    self.source = source
    begin(at: source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  }

  /// Reads a stream of one document; an empty one is empty, not null.
  public func read(_ source: SourceText, into tree: DataTree) throws(TreeError) {
    open(source)
    switch nextDocument(into: tree) {
    case nil: throw TreeError(.empty, at: source.position(at: source.bytes.count))
    case .refused(let error, _): throw error
    default: break
    }
    let other = DataTree()
    switch nextDocument(into: other) {
    case nil: break
    case .refused(let error, _): throw error
    case .value(let range):
      throw TreeError(
        .trailingContent(found: .at(range.lowerBound, in: source)),
        at: source.position(at: range.lowerBound))
    case .root: break
    }
  }

  /// Reads the next document, with the bytes it stands in; nothing after the last one.
  ///
  /// After a refused document, reading goes on at the next line that begins one with `---`.
  public func nextDocument(into tree: DataTree) -> TreeRecord? {
    tree.clear()
    tree.source = source
    guard let parser else { return nil }
    let event = cyaml_next(parser)
    switch event.kind {
    case .document_start: return document(parser, from: Int(event.start), into: tree)
    case .failure: return refuse(YAMLFailure.error(of: parser, in: source), from: start)
    default:
      close()
      return nil
    }
  }

  // MARK: -

  private func document(
    _ parser: OpaquePointer, from start: Int, into tree: DataTree
  ) -> TreeRecord {
    var builder = YAMLTreeBuilder(tree: tree, source: source, limits: limits)
    do throws(TreeError) {
      let range = start..<max(start, try builder.build(parser))
      tree.warnings += lineSeparators(in: range)
      self.start = range.upperBound
      return .value(range)
    } catch {
      return refuse(error, from: start)
    }
  }

  private func refuse(_ error: TreeError, from start: Int) -> TreeRecord {
    let at = max((error.position.byteOffset ?? 0) - source.firstByte, start)
    var next = nextMarker(after: max(at - 1, self.start))
    if isDirective(at) {
      next = nextMarker(after: next)
    }
    begin(at: next)
    return .refused(error, start..<max(start, next))
  }

  private func begin(at start: Int) {
    close()
    self.start = start
    guard start < source.bytes.count else { return }
    parser = cyaml_open(
      source.bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(clamping: start),
      UInt32(clamping: source.bytes.count))
  }

  private func close() {
    if let parser {
      cyaml_close(parser)
    }
    parser = nil
  }

  /// Whether a byte stands on a line that begins with `%`, before the document it speaks of.
  private func isDirective(_ offset: Int) -> Bool {
    let before = source.bytes[..<min(offset, source.bytes.count)]
    let start = before.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
    return start < source.bytes.count && source.bytes[start] == UInt8(ascii: "%")
  }

  /// A warning for each NEL, LS and PS, which may have been read as the end of a line.
  private func lineSeparators(in range: Range<Int>) -> [TreeWarning] {
    let bytes = source.bytes[range]
    return bytes.indices.compactMap { at -> TreeWarning? in
      guard bytes[at] == 0xC2 || bytes[at] == 0xE2 else { return nil }
      guard case .scalar(let scalar) = TreeError.Found.at(at, in: source) else { return nil }
      guard ["\u{85}", "\u{2028}", "\u{2029}"].contains(scalar) else { return nil }
      return TreeWarning(.lineSeparator(scalar), at: source.position(at: at))
    }
  }

  /// The start of the next line that begins with `---`, or the end.
  private func nextMarker(after offset: Int) -> Int {
    let bytes = source.bytes
    var at = offset
    while at < bytes.count {
      if bytes[at] == 0x0A || bytes[at] == 0x0D {
        let line = bytes[(at + 1)...].prefix(4)
        let ended = line.count == 3 || line.last == 0x20 || line.last == 0x0A || line.last == 0x0D
        if line.starts(with: "---".utf8), ended {
          return at + 1
        }
      }
      at += 1
    }
    return bytes.count
  }
}
