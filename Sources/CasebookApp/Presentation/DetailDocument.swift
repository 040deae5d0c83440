import CasebookCanvas
import CasebookCore
import CasebookText

/// The text of one case, wrapped to a width, with the lines each event stands on.
package struct DetailDocument: Sendable {
  /// The lines.
  package private(set) var lines: [StyledLine] = []
  private var events: [Range<Int>] = []
  private let columns: Int
  private var isFlat = false

  /// A width at which nothing is wrapped, for text that is spoken.
  package static let unwrapped = 1_000_000

  /// No case.
  package static let empty = DetailDocument(columns: 0)

  private init(columns: Int) {
    self.columns = columns
  }

  /// Lays out a case, with what the user keeps of it as `own`; flat, without indents and blank
  /// lines, where it is heard line by line.
  package init(
    _ loaded: LoadedCase, library: Library, own: [Fact] = [], columns: Int, glyphs: GlyphSet,
    isFlat: Bool = false
  ) {
    self.init(columns: columns)
    self.isFlat = isFlat
    addHead(loaded, library)
    for fact in own { addFact(fact, indent: 0) }
    gap()
    let facts = CaseFacts(loaded.content)
    addSummary(facts)
    addEvents(loaded, library)
    addSources(loaded.content)
    addRest(facts, loaded, library)
    if glyphs == .ascii { lines = lines.map { Gate.ascii($0) } }
  }

  /// The event whose text a line belongs to, as its place in the chronology.
  package func event(atLine line: Int) -> Int? {
    events.firstIndex { $0.contains(line) }
  }

  /// The lines of an event of the chronology.
  package func lines(ofEvent event: Int) -> Range<Int>? {
    events.indices.contains(event) ? events[event] : nil
  }

  // MARK: - Parts

  private mutating func addHead(_ loaded: LoadedCase, _ library: Library) {
    let content = loaded.content
    let facts = CaseFacts(content)
    add(StyledLine(loaded.title, .title))
    var second: [ShownText] = [Gate.shown(loaded.id)]
    if let status = content.status { second.append(Gate.shown(status)) }
    add(StyledLine(second.joined(separator: ", "), .secondary))
    if let failure = loaded.failure {
      add(StyledLine(ProblemWords.line(failure), .error))
    }
    if facts.isSuspect {
      add(StyledLine("Contains hidden or unusual characters, shown as <U+...>", .warning))
    }
    if library.holdsBeginnings {
      add(StyledLine("Still loading: more rows may belong to this case", .warning))
    }
    gap()
    add(StyledLine(facts.subject))
    add(StyledLine(facts.places))
    addDisputes(content)
    gap()
  }

  private mutating func addDisputes(_ content: Case) {
    let claims = content.claims
    for key in content.disputedKeys {
      add(StyledLine(AccountWords.count(on: key, claims), .warning))
      for account in AccountWords.accounts(on: key, claims, .short) {
        add(StyledLine(account, .warning), indent: 2)
      }
    }
  }

  private mutating func addSummary(_ facts: CaseFacts) {
    for paragraph in facts.summary {
      add(StyledLine(paragraph))
      gap()
    }
  }

  private mutating func addEvents(_ loaded: LoadedCase, _ library: Library) {
    for (index, event) in loaded.chronology.enumerated() {
      let start = lines.count
      let facts = EventFacts(event, of: loaded.content, vocabulary: library.vocabulary)
      let interval = SinceBefore.words(
        index, of: loaded.chronology, loaded.intervals, library.vocabulary)
      addEvent(facts, sinceBefore: interval.lowercasedFirst)
      events.append(start..<lines.count)
      gap()
    }
  }

  private mutating func addEvent(_ facts: EventFacts, sinceBefore: ShownText) {
    addPair(StyledLine(facts.heading, facts.role), StyledLine(facts.date, .label))
    if let text = facts.whoAndWhere { add(StyledLine(text), indent: 2) }
    if let charge = facts.charge { add(StyledLine(charge), indent: 2) }
    let second = [facts.outcome, sinceBefore].compactMap { $0 }.filter { !$0.isEmpty }
    if !second.isEmpty {
      add(StyledLine(second.joined(separator: "; "), facts.outcomeRole), indent: 2)
    }
    if let by = facts.event.text("by") {
      add(StyledLine("Said by \(Gate.shown(by))", .label), indent: 2)
    }
    for paragraph in facts.text { add(StyledLine(paragraph), indent: 2) }
    for fact in facts.others { addFact(fact) }
    for dispute in facts.disputes { add(StyledLine(dispute, .warning), indent: 2) }
    add(StyledLine("Source: ", .label) + StyledLine(facts.sources, .secondary), indent: 2)
  }

  private mutating func addSources(_ content: Case) {
    guard !content.sources.isEmpty else { return }
    add(StyledLine("Sources", .heading))
    for source in content.sources {
      let id = StyledLine("\(Gate.shown(source.id)): ", .label)
      add(id + StyledLine(CaseFacts.words(source)), indent: 2)
    }
    gap()
  }

  private mutating func addRest(
    _ facts: CaseFacts, _ loaded: LoadedCase, _ library: Library
  ) {
    let content = loaded.content
    var rest = facts.others
    if let text = content.text("jurisdiction") {
      rest.insert(Fact("Jurisdiction", Gate.shown(text)), at: 0)
    }
    if !content.tags.isEmpty {
      rest.append(Fact("Tags", content.tags.map { Gate.shown($0) }.joined(separator: ", ")))
    }
    if !content.related.isEmpty {
      rest.append(
        Fact("Related", content.related.map { Gate.shown($0) }.joined(separator: ", ")))
    }
    rest += facts.attachments
    rest.append(Fact("File", OriginWords.line(library, row: loaded.row)))
    add(StyledLine("Record", .heading))
    for fact in rest { addFact(fact) }
  }

  // MARK: - Lines

  private mutating func add(_ line: StyledLine, indent: Int = 0) {
    let indent = isFlat ? 0 : indent
    guard !line.isEmpty, columns > indent else { return }
    let margin = StyledLine(.repeating(" ", count: indent))
    lines += line.markingEscapes().wrapped(to: columns - indent).map { margin + $0 }
  }

  private mutating func addFact(_ fact: Fact, indent: Int = 2) {
    add(StyledLine("\(fact.label): ", .label) + StyledLine(fact.value, fact.role), indent: indent)
  }

  /// Two texts on one line where they fit, else below each other.
  private mutating func addPair(_ left: StyledLine, _ right: StyledLine) {
    if columns == Self.unwrapped || isFlat { return add(left + StyledLine(", ") + right) }
    let room = columns - left.columns - right.columns
    if room >= 2 {
      lines.append(left + StyledLine(.repeating(" ", count: room)) + right)
    } else {
      add(left)
      add(right, indent: 2)
    }
  }

  /// One empty line, never two.
  private mutating func gap() {
    if !isFlat, let last = lines.last, !last.isEmpty { lines.append(StyledLine()) }
  }
}

extension EventFacts {
  /// Reported and derived outcomes look unlike recorded ones; the word stands there as well.
  fileprivate var outcomeRole: StyleRole {
    switch event.basis {
    case "reported": .reported
    case "derived": .derived
    default: .normal
    }
  }
}
