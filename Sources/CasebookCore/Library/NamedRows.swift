/// The cases that a typed id names, by one rule for plain mode, the screen and the command line.
public enum NamedRows: Sendable, Equatable {
  /// The rows of the id, in order; more than one if the id repeats.
  case rows([Int])
  /// Several cases have ids that begin with the text, or that differ from it in capitals only.
  case ambiguous(count: Int)
  /// No case has such an id.
  case none
}

extension Library {
  /// The cases that a text names. The first of these rules that fits decides:
  ///
  /// 1. the id as it is written;
  /// 2. `id~2` for the second of the cases that share an id;
  /// 3. the only id that is the same but for capitals, also before `~2`;
  /// 4. the only id that begins with the text, in the same capitals;
  /// 5. the only id that begins with the text in any capitals.
  ///
  /// Capitals are those of ASCII letters, which ids consist of.
  public func rows(named text: String) -> NamedRows {
    let exact = rows(withID: text)
    if !exact.isEmpty { return .rows(exact) }
    if let row = repeated(text, rows(withID:)) { return .rows([row]) }
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty else { return .none }
    var same: [String: [Int]] = [:]
    var beginning: [Int] = []
    var beginningInCapitals: [Int] = []
    for row in 0..<caseCount {
      let id = id(ofRow: row)
      guard id.utf8.begins(with: wanted) else { continue }
      if id.utf8.count == wanted.count { same[id, default: []].append(row) }
      beginningInCapitals.append(row)
      if id.hasPrefix(text) { beginning.append(row) }
    }
    if !same.isEmpty {
      return same.count == 1 ? .rows(same.values.first ?? []) : .ambiguous(count: same.count)
    }
    if let mark = text.lastIndex(of: "~"), case .rows(let rows) = self.rows(named: text[..<mark]),
      let row = repeated(text, { _ in rows })
    {
      return .rows([row])
    }
    for found in [beginning, beginningInCapitals] where !found.isEmpty {
      return found.count == 1 ? .rows(found) : .ambiguous(count: found.count)
    }
    return .none
  }

  private func rows(named text: Substring) -> NamedRows { rows(named: String(text)) }

  /// The row that `id~2` means among the rows of the id; nil if the text has no such end.
  private func repeated(_ text: String, _ rows: (String) -> [Int]) -> Int? {
    guard let mark = text.lastIndex(of: "~"), let number = Int(text[text.index(after: mark)...])
    else { return nil }
    let found = rows(String(text[..<mark]))
    return found.indices.contains(number - 1) ? found[number - 1] : nil
  }
}

extension String.UTF8View {
  /// Whether the text begins with some bytes; capitals of ASCII letters do not matter.
  fileprivate func begins(with wanted: [UInt8]) -> Bool {
    guard count >= wanted.count else { return false }
    return zip(self, wanted).allSatisfy { $0 == $1 || $0.small == $1.small }
  }
}

extension UInt8 {
  /// The small form of an ASCII letter, else the byte itself.
  fileprivate var small: UInt8 { 0x41...0x5A ~= self ? self + 0x20 : self }
}
