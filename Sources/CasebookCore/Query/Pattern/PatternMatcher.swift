import Glibc

/// Matches a pattern with a machine whose states are made as they are met.
///
/// A state is a set of steps and what stood before; once made, a character costs one look-up.
/// One matcher serves one thread. Hot path.
struct PatternMatcher {
  private let pattern: Pattern
  private let width: Int
  /// For each state and symbol the next state, or one of the marks below.
  private var table: [Int32] = []
  private var states: [State] = []
  private var numbers: [State: Int32] = [:]

  private static let unknown: Int32 = -1
  private static let found: Int32 = -2
  /// States kept before all are forgotten, so that a pattern cannot fill memory.
  private static let stateLimit = 2_000

  /// The steps a machine may stand at, and what came before.
  private struct State: Hashable {
    var steps: [Int]
    var before: Before
  }

  private enum Before: Hashable {
    case start, word, other
  }

  init(_ pattern: Pattern) {
    self.pattern = pattern
    width = pattern.alphabet.count + 1
  }

  /// Whether some part of a text matches.
  mutating func matches(_ text: UnsafeRawBufferPointer) -> Bool {
    var state = number(of: State(steps: [0], before: .start))
    var index = 0
    while index < text.count {
      (state, index) = run(text, from: index, state)
      if state == Self.found { return true }
      guard index < text.count else { break }
      let (scalar, length) = text.scalar(at: index)
      index += length
      state = next(state, pattern.alphabet.symbol(scalar))
      if state == Self.found { return true }
    }
    return next(state, pattern.alphabet.count) == Self.found
  }

  /// Whether one of the strings of a case matches, each with its separator behind it.
  mutating func matchesSome(of strings: UnsafeRawBufferPointer) -> Bool {
    guard let base = strings.baseAddress else { return false }
    var start = 0
    while start < strings.count {
      let separator = Int32(TextArenaSegment.separator)
      guard let end = memchr(base + start, separator, strings.count - start) else { return false }
      let length = UnsafeRawPointer(end) - (base + start)
      if matches(UnsafeRawBufferPointer(start: base + start, count: length)) { return true }
      start += length + 1
    }
    return false
  }

  /// Goes on through characters of ASCII whose next state is known; stops before another.
  private func run(
    _ text: UnsafeRawBufferPointer, from start: Int, _ from: Int32
  ) -> (state: Int32, index: Int) {
    var state = from
    var index = start
    table.withUnsafeBufferPointer { table in
      pattern.alphabet.ofASCII.withUnsafeBufferPointer { symbols in
        while index < text.count, text[index] < 0x80 {
          let next = table[Int(state) * width + symbols[Int(text[index])]]
          if next == Self.unknown { return }
          index += 1
          state = next
          if next == Self.found { return }
        }
      }
    }
    return (state, index)
  }

  @inline(__always)
  private mutating func next(_ state: Int32, _ symbol: Int) -> Int32 {
    let known = table[Int(state) * width + symbol]
    return known == Self.unknown ? make(state, symbol) : known
  }

  // MARK: - Making states

  private mutating func make(_ state: Int32, _ symbol: Int) -> Int32 {
    let from = states[Int(state)]
    let isEnd = symbol == pattern.alphabet.count
    let isWord = !isEnd && PatternAlphabet.isWord(symbol)
    let boundary = (from.before == .word) != isWord
    var open = from.steps
    var seen = Set(open)
    var taken: Set<Int> = [0]
    var isFound = false
    while let step = open.popLast() {
      var follow: [Int] = []
      switch pattern.steps[step] {
      case .found: isFound = true
      case .fork(let first, let second): follow = [first, second]
      case .take(let symbols, let next):
        if symbols.contains(symbol), !isEnd { taken.insert(next) }
      case .assertion(let assertion, let next):
        let holds =
          switch assertion {
          case .start: from.before == .start
          case .end: isEnd
          case .wordBoundary: boundary
          case .noWordBoundary: !boundary
          }
        if holds { follow = [next] }
      }
      for step in follow where seen.insert(step).inserted { open.append(step) }
    }
    if isFound {
      table[Int(state) * width + symbol] = Self.found
      return Self.found
    }
    let made = State(steps: taken.sorted(), before: isWord ? .word : .other)
    if states.count >= Self.stateLimit {
      forget()
      return number(of: made)
    }
    let number = number(of: made)
    table[Int(state) * width + symbol] = number
    return number
  }

  private mutating func number(of state: State) -> Int32 {
    if let known = numbers[state] { return known }
    let number = Int32(states.count)
    states.append(state)
    numbers[state] = number
    table.append(contentsOf: repeatElement(Self.unknown, count: width))
    return number
  }

  private mutating func forget() {
    table = []
    states = []
    numbers = [:]
  }
}

extension UnsafeRawBufferPointer {
  /// The character that begins at an index of valid UTF-8, and its length in bytes.
  @inline(__always)
  fileprivate func scalar(at index: Int) -> (Unicode.Scalar, Int) {
    let lead = self[index]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= count else { return ("\u{FFFD}", 1) }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
