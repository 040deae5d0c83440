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
  private var pending: TreeError?

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
    case .failure: return refuse(YAMLFailure.error(of: parser, in: source), from: Int(event.start))
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
      return .value(start..<(try builder.build(parser)))
    } catch {
      return refuse(error, from: start)
    }
  }

  private func refuse(_ error: TreeError, from start: Int) -> TreeRecord {
    let at = (error.position.byteOffset ?? 0) - source.firstByte
    let next = nextMarker(after: max(at, start))
    begin(at: next)
    return .refused(error, start..<max(start, next))
  }

  private func begin(at start: Int) {
    close()
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
