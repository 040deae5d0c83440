import CScan
import CasebookApp
import CasebookCanvas
import CasebookCore
import Dispatch

/// What a key in the filter takes: from the key to the new picture, beside a bare scan of the text.
struct SearchMeasures {
  private let library: Library
  private let measures: Measures
  private static let threads = 2
  private static let longest = 20

  init(_ library: Library, _ measures: Measures) {
    self.library = library
    self.measures = measures
  }

  func run(brief: Bool) throws {
    let needles = Needles(library)
    var cold: [Double] = []
    var ratios: [Double] = []
    for (kind, words) in [("frequent", needles.frequent), ("rare", needles.rare)] {
      for word in words where !brief || [1, 4, 12].contains(word.count) {
        let bare = Measures.median((0..<3).map { _ in Measures.milliseconds { scan(word) } })
        let times = (0..<measures.repeats).map { _ in coldKey(word) }
        let key = Measures.median(times)
        cold += times
        ratios.append(key / bare)
        measures.tell("key, cold, \(kind), \(word.utf8.count) bytes", key, "ms")
        measures.tell("scan, \(kind), \(word.utf8.count) bytes", bare, "ms")
      }
    }
    measures.tell("key, cold, 95 of 100", Measures.quantile(cold, 0.95), "ms")
    measures.tell("key, cold, worst to bare scan", ratios.max() ?? 0, "times")
    guard let often = needles.frequent.last, let seldom = needles.rare.last else { return }
    let typed = typing(often) + typing(seldom)
    measures.tell("key, typed, 95 of 100", Measures.quantile(typed, 0.95), "ms")
    measures.tell("key, typed, longest", typed.max() ?? 0, "ms")
  }

  /// A filter of one word, answered by a session that has answered nothing before.
  private func coldKey(_ word: String) -> Double {
    let session = session()
    return Measures.milliseconds {
      // Words with a blank between them are one phrase, as for the scan beside it.
      session.paste(word.contains(" ") ? "\"\(word)\"" : word)
      _ = MainScreen.draw(session.state, session.workspace)
    }
  }

  /// Each key of a word that is typed and taken back.
  private func typing(_ word: String) -> [Double] {
    let session = session()
    let keys = ("\"" + word).map { Key.character($0) } + word.dropFirst().map { _ in Key.backspace }
    return keys.map { key in
      Measures.milliseconds {
        session.press(key)
        _ = MainScreen.draw(session.state, session.workspace)
      }
    }
  }

  /// A session at its filter line, drawn once.
  private func session() -> Session {
    let session = Session(
      library: library, today: DayNumber(rawValue: 20_000), size: Size(columns: 120, rows: 50))
    session.press(.character("/"))
    _ = MainScreen.draw(session.state, session.workspace)
    return session
  }

  /// Looks at every byte of the text for a word, and no more.
  private func scan(_ word: String) {
    let bytes = Array(word.utf8)
    let segments = library.segments.flatMap(\.text.segments)
    DispatchQueue.concurrentPerform(iterations: Self.threads) { strand in
      for index in stride(from: strand, to: segments.count, by: Self.threads) {
        scan(segments[index], for: bytes)
      }
    }
  }

  private func scan(_ segment: TextArenaSegment, for bytes: [UInt8]) {
    var found = Bitmap(count: segment.caseCount)
    segment.text.withElements { text in
      segment.starts.withElements { starts in
        bytes.withUnsafeBufferPointer { bytes in
          var place = cscan_text(
            bytes: text.baseAddress, length: text.count, starts: starts.baseAddress,
            cases: segment.caseCount)
          var needle = cscan_needle(
            bytes: bytes.baseAddress, length: bytes.count, first: 0, second: bytes.count / 2,
            third: bytes.count - 1)
          found.withMutableWords { words in
            cscan_find(
              cscan_best_level(), &place, &needle, 0, segment.caseCount, words.baseAddress, 0)
          }
        }
      }
    }
  }
}

/// Words of 1 to 20 characters that many cases have, and that hardly any has.
private struct Needles {
  private(set) var frequent: [String] = []
  private(set) var rare: [String] = []

  private static let lengths = 1...20
  private static let sampled = 400

  init(_ library: Library) {
    let step = max(1, library.caseCount / Self.sampled)
    let texts = stride(from: 0, to: library.caseCount, by: step).map { row in
      let (segment, index) = library.locate(row)
      return segment.text.withText(ofCase: index) { $0.filter { $0 < 0x80 || $0 == 0xFF } } ?? []
    }
    for length in Self.lengths {
      var counts: [[UInt8]: Int] = [:]
      for text in texts {
        var seen: Set<[UInt8]> = []
        for start in 0..<max(0, text.count - length) {
          let part = Array(text[start..<start + length])
          // A word of the language, an operator or a blank at an end would not be looked for.
          let isPlain = part.allSatisfy { 0x61...0x7A ~= $0 || $0 == 0x20 && length > 8 }
          if isPlain, part.first != 0x20, part.last != 0x20 { seen.insert(part) }
        }
        for part in seen { counts[part, default: 0] += 1 }
      }
      let ranked = counts.sorted {
        $0.value == $1.value ? $0.key.lexicographicallyPrecedes($1.key) : $0.value > $1.value
      }
      if let most = ranked.first { frequent.append(Self.text(most.key)) }
      if let least = ranked.last { rare.append(Self.text(least.key)) }
    }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
