/// A regular expression, compiled: matched in time linear in the text, whatever it is.
///
/// It is matched against the folded text of single strings, so capitals and accents do not matter,
/// and its own literals and classes are folded likewise.
struct Pattern: Sendable, Hashable {
  /// The expression as written.
  let text: String
  /// Folded text that every match contains; empty where there is none.
  let requiredText: [UInt8]
  let steps: [Step]
  let alphabet: PatternAlphabet

  /// One step of the machine; numbers are steps to go on with.
  enum Step: Sendable, Hashable {
    /// Takes a symbol of the alphabet that is in the set.
    case take(symbols: Set<Int>, next: Int)
    case fork(Int, Int)
    case assertion(PatternAssertion, next: Int)
    case found
  }

  /// How many steps a pattern may need.
  static let stepLimit = 5_000

  /// Reads and compiles an expression.
  init(_ text: String) throws(PatternError) {
    var parser = PatternParser(text)
    let node = try parser.parse()
    var compiler = PatternCompiler(alphabet: PatternAlphabet(of: node))
    try compiler.compile(node)
    self.text = text
    requiredText = node.requiredText
    steps = compiler.steps
    alphabet = compiler.alphabet
  }

  static func == (left: Pattern, right: Pattern) -> Bool {
    left.text == right.text
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(text)
  }
}

/// The characters as far as a pattern tells them apart.
///
/// A symbol is a stretch of characters between the ends of the pattern's ranges, times the kinds
/// a character is of.
struct PatternAlphabet: Sendable, Hashable {
  /// Where stretches begin, ascending from 0.
  private let starts: [UInt32]
  /// The symbols of the characters below 128.
  let ofASCII: [Int]

  init(of root: PatternNode) {
    var starts: Set<UInt32> = [0, 10, 11]
    var nodes = [root]
    while let node = nodes.popLast() {
      switch node {
      case .empty, .assertion: break
      case .literal(let scalar): starts.formUnion([scalar.value, scalar.value + 1])
      case .set(let set):
        for range in set.ranges { starts.formUnion([range.lowerBound, range.upperBound + 1]) }
      case .sequence(let inner), .either(let inner): nodes += inner
      case .repeated(let inner, _, _): nodes.append(inner)
      }
    }
    let sorted = starts.sorted()
    self.starts = sorted
    ofASCII = (0..<128).map { value in
      Self.symbol(value, ScalarKinds(of: Unicode.Scalar(UInt8(value))), sorted)
    }
  }

  /// How many symbols there are; the number itself stands for the end of the text.
  var count: Int { starts.count * ScalarKinds.combinations }

  /// The symbol of a character.
  @inline(__always)
  func symbol(_ scalar: Unicode.Scalar) -> Int {
    scalar.value < 128
      ? ofASCII[Int(scalar.value)]
      : Self.symbol(scalar.value, ScalarKinds(of: scalar), starts)
  }

  /// The symbols whose characters are in a set.
  func symbols(in set: ScalarSet) -> Set<Int> {
    var found: Set<Int> = []
    for (index, start) in starts.enumerated() {
      for bits in 0..<ScalarKinds.combinations
      where set.contains(start, ScalarKinds(rawValue: UInt8(bits))) {
        found.insert(index * ScalarKinds.combinations + bits)
      }
    }
    return found
  }

  /// Whether the characters of a symbol are part of words.
  static func isWord(_ symbol: Int) -> Bool {
    symbol & Int(ScalarKinds.word.rawValue) != 0
  }

  private static func symbol(_ value: UInt32, _ kinds: ScalarKinds, _ starts: [UInt32]) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= value { low = middle } else { high = middle }
    }
    return low * ScalarKinds.combinations + Int(kinds.rawValue)
  }
}
