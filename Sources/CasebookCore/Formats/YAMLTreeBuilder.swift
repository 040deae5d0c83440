internal import CJSON
import CScan
internal import CYAML

/// Builds the tree of one YAML document out of its events.
struct YAMLTreeBuilder {
  let tree: DataTree
  let source: SourceText
  let limits: TreeLimits
  private var anchors: [String: Anchor] = [:]
  private var open: [Container] = []
  /// The nodes and the bytes of text that aliases have added.
  private var expanded = 0
  private var repeatedBytes = 0
  private var quoted: Range<Int>?

  /// What an anchor names; its end is known when the node is finished.
  private struct Anchor {
    var node: Int
    var finished: Bool
  }

  /// An object or an array that is open.
  private struct Container {
    var isObject: Bool
    var children = 0
    var anchor: String?
    var expectsKey: Bool { isObject && children.isMultiple(of: 2) }
  }

  /// Prepares for the events of one document.
  init(tree: DataTree, source: SourceText, limits: TreeLimits) {
    self.tree = tree
    self.source = source
    self.limits = limits
  }

  /// Reads until the end of the document, which it returns in bytes.
  mutating func build(_ parser: OpaquePointer) throws(TreeError) -> Int {
    while true {
      let event = cyaml_next(parser)
      cscan_count_work(UInt64(event.length) + 1)
      switch event.kind {
      case .scalar:
        try scalar(event)
        quoted = isQuoted(event) ? Int(event.start)..<Int(event.end) : nil
      case .mapping_start, .sequence_start: try begin(event)
      case .mapping_end, .sequence_end: finish()
      case .alias: try alias(event)
      case .failure: throw YAMLFailure.error(of: parser, in: source, after: quoted)
      case .document_start, .document_end, .end:
        tree.markDuplicateKeys()
        return Int(event.end)
      }
    }
  }

  // MARK: -

  private func error(_ fact: TreeError.Fact, _ event: cyaml_event) -> TreeError {
    TreeError(fact, at: source.position(at: Int(event.start)))
  }

  /// Counts a child of the open container; answers whether it is a key.
  private mutating func count(_ event: cyaml_event, isText: Bool) throws(TreeError) -> Bool {
    guard let container = open.last else { return false }
    open[open.count - 1].children += 1
    guard container.expectsKey else { return false }
    guard isText else { throw error(.keyIsNotText, event) }
    guard container.children / 2 < limits.keysPerObject else {
      throw error(.tooManyKeys(limit: limits.keysPerObject), event)
    }
    return true
  }

  private mutating func scalar(_ event: cyaml_event) throws(TreeError) {
    if event.start > 0, event.plain, source.bytes[Int(event.start) - 1] == UInt8(ascii: "?") {
      throw error(.unquotedQuestionMark, event)
    }
    let isKey = try count(event, isText: true)
    let text = UnsafeRawBufferPointer(start: event.text, count: Int(event.length))
    if let name = name(event.anchor) {
      anchors[name] = Anchor(node: tree.count, finished: true)
    }
    if isKey, event.plain, text.elementsEqual("<<".utf8) {
      warn(.mergeKey, event)
    }
    let kind = try kind(of: event, text)
    tree.append(
      isKey ? .string : kind, text, flags: event.plain ? CJSON_FLAG_PLAIN : 0,
      at: Int(event.start))
  }

  private func kind(
    of event: cyaml_event, _ text: UnsafeRawBufferPointer
  ) throws(TreeError) -> DataKind {
    let untagged: DataKind = event.plain ? YAMLScalar.kind(of: text) : .string
    guard let tag = name(event.tag) else { return untagged }
    switch try YAMLTag.meaning(of: tag, at: source.position(at: Int(event.start))) {
    case .text: return .string
    case .scalar(let kinds):
      let kind = YAMLScalar.kind(of: text)
      if kinds.contains(kind) { return kind }
      warn(.unfitTag(tag), event)
      return .string
    case .container:
      warn(.unfitTag(tag), event)
      return untagged
    case .unknown:
      warn(.unknownTag(tag), event)
      return untagged
    }
  }

  private mutating func begin(_ event: cyaml_event) throws(TreeError) {
    _ = try count(event, isText: false)
    guard open.count < limits.depth else { throw error(.depthLimit(limits.depth), event) }
    if let tag = name(event.tag) {
      switch try YAMLTag.meaning(of: tag, at: source.position(at: Int(event.start))) {
      case .container: break
      case .text, .scalar: warn(.unfitTag(tag), event)
      case .unknown: warn(.unknownTag(tag), event)
      }
    }
    let anchor = name(event.anchor)
    if let anchor {
      anchors[anchor] = Anchor(node: tree.count, finished: false)
    }
    let isObject = event.kind == .mapping_start
    open.append(Container(isObject: isObject, anchor: anchor))
    if isObject {
      tree.beginObject(at: Int(event.start))
    } else {
      tree.beginArray(at: Int(event.start))
    }
  }

  private mutating func finish() {
    tree.end()
    if let anchor = open.popLast()?.anchor {
      anchors[anchor]?.finished = true
    }
  }

  private mutating func alias(_ event: cyaml_event) throws(TreeError) {
    let name = String(
      decoding: UnsafeBufferPointer(start: event.text, count: Int(event.length)), as: UTF8.self)
    guard let anchor = anchors[name] else { throw error(.unknownAlias(name), event) }
    guard anchor.finished else { throw error(.aliasCycle(name), event) }
    let node = tree[anchor.node]
    try countExpansion(anchor.node..<Int(node.next), event)
    let isKey = try count(event, isText: !node.isContainer)
    let index = tree.count
    _ = cjson_tape_append_copy(&tree.tape, UInt32(anchor.node))
    if isKey {
      tree.tape.nodes[index].kind = .string
    }
  }

  /// Counts the nodes that an alias adds, and the bytes of their text, which every view repeats.
  private mutating func countExpansion(
    _ nodes: Range<Int>, _ event: cyaml_event
  ) throws(TreeError) {
    expanded += nodes.count
    cscan_count_work(UInt64(nodes.count))
    guard expanded <= limits.aliasNodes else {
      throw error(.aliasLimit(limits.aliasNodes), event)
    }
    for node in nodes where !tree[node].isContainer { repeatedBytes += Int(tree[node].length) }
    guard repeatedBytes <= limits.aliasBytes else {
      throw error(.aliasTextLimit(limits.aliasBytes), event)
    }
  }

  private func isQuoted(_ event: cyaml_event) -> Bool {
    guard !event.plain, event.end > event.start else { return false }
    let last = source.bytes[Int(event.end) - 1]
    return last == UInt8(ascii: "\"") || last == UInt8(ascii: "'")
  }

  private func warn(_ fact: TreeWarning.Fact, _ event: cyaml_event) {
    tree.warnings.append(TreeWarning(fact, at: source.position(at: Int(event.start))))
  }

  private func name(_ text: UnsafePointer<CChar>?) -> String? {
    text.map { String(cString: $0) }
  }
}
