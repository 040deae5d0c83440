extension DataTree {
  /// The members of an object as indices of key and value; none for other nodes.
  public func members(of index: Int) -> DataMembers {
    let node = self[index]
    return DataMembers(
      nodes: nodes, at: index + 1, end: node.kind == .object ? Int(node.next) : index + 1)
  }

  /// The elements of an array as indices; none for other nodes.
  public func elements(of index: Int) -> DataElements {
    let node = self[index]
    return DataElements(
      nodes: nodes, at: index + 1, end: node.kind == .array ? Int(node.next) : index + 1)
  }

  /// The index of the first value that an object has under a key.
  public func value(of key: StaticString, in index: Int) -> Int? {
    members(of: index).first { text(of: $0.key, is: key) }?.value
  }

  /// The keys of an object that equal an earlier key, each with that first one.
  ///
  /// At once where `mayRepeatKeys` is false, else linear in the bytes of the keys.
  public func duplicateKeys(of index: Int) -> [(first: Int, again: Int)] {
    guard self[index].mayRepeatKeys else { return [] }
    var firsts: [[UInt8]: Int] = [:]
    var found: [(first: Int, again: Int)] = []
    for (key, _) in members(of: index) {
      let text = Array(text(of: key))
      if let first = firsts[text] {
        found.append((first, key))
      } else {
        firsts[text] = key
      }
    }
    return found
  }

  /// A warning for each key of the tree that stands again in its object, in document order.
  public func duplicateKeyWarnings() -> [TreeWarning] {
    guard tape.repeats else { return [] }
    return nodes.indices.flatMap { object in
      duplicateKeys(of: object).map { first, again in
        TreeWarning(
          .duplicateKey(string(of: again), first: position(of: first)), at: position(of: again))
      }
    }
  }
}

/// The members of an object, in the order of the file.
public struct DataMembers: Sequence, IteratorProtocol {
  let nodes: UnsafeBufferPointer<DataNode>
  var at: Int
  let end: Int

  /// The next member as the indices of its key and its value.
  public mutating func next() -> (key: Int, value: Int)? {
    guard at < end else { return nil }
    let member = (key: at, value: at + 1)
    at = Int(nodes[member.value].next)
    return member
  }
}

/// The elements of an array, in the order of the file.
public struct DataElements: Sequence, IteratorProtocol {
  let nodes: UnsafeBufferPointer<DataNode>
  var at: Int
  let end: Int

  /// The index of the next element.
  public mutating func next() -> Int? {
    guard at < end else { return nil }
    let element = at
    at = Int(nodes[element].next)
    return element
  }
}
