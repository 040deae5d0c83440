import CasebookCore
import CasebookText

/// What pathways say in words, for headings, speech and the notes under a picture.
package enum PathwayWords {
  /// The label of a step.
  package static func label(_ type: String, _ vocabulary: Vocabulary) -> ShownText {
    Gate.shown(vocabulary.type(type).label)
  }

  /// The label of a step inside a sentence.
  static func spoken(_ type: String, _ vocabulary: Vocabulary) -> ShownText {
    Gate.shown(StripWords.lowercasedFirst(vocabulary.type(type).spokenLabel))
  }

  /// "Pathways of 240 cases from the first detainer on".
  package static func title(_ pathways: Pathways, _ vocabulary: Vocabulary) -> ShownText {
    let head: ShownText = "Pathways of \(CountWords.cases(pathways.pathCount))"
    let rule = pathways.rule
    guard let start = rule.start else {
      return rule.isBackwards ? head + ", read backwards from the last event" : head
    }
    let event = anchor(start, vocabulary)
    return rule.isBackwards ? "\(head), read backwards from \(event)" : "\(head) from \(event) on"
  }

  /// "the first detainer", "the second hearing", "the 5th hearing".
  package static func anchor(_ anchor: EventAnchor, _ vocabulary: Vocabulary) -> ShownText {
    let type = spoken(anchor.type, vocabulary)
    switch anchor.occurrence {
    case .first: return "the first \(type)"
    case .last: return "the last \(type)"
    case .number(1): return "the first \(type)"
    case .number(2): return "the second \(type)"
    case .number(3): return "the third \(type)"
    case .number(let number): return "event \(number) of type \(type)"
    }
  }

  /// How events became steps, beside what the title says: "Without hearing. Repeats are one step."
  package static func rule(_ rule: PathRule, _ vocabulary: Vocabulary) -> [ShownText] {
    var lines: [ShownText] = []
    let list = { (types: Set<String>) in
      types.sorted().map { spoken($0, vocabulary) }.joined(separator: ", ")
    }
    if let types = rule.types { lines.append("Only \(list(types)).") }
    if !rule.hidden.isEmpty { lines.append("Without \(list(rule.hidden)).") }
    if rule.mergesRepeats { lines.append("Repeats are one step.") }
    return lines
  }

  /// What was left out, and how close calls were decided, each with its number of cases.
  ///
  /// In brief only what was left out.
  package static func counts(
    _ pathways: Pathways, _ vocabulary: Vocabulary, isBrief: Bool = false
  ) -> [ShownText] {
    var lines: [ShownText] = []
    if let start = pathways.rule.start, pathways.withoutStart > 0 {
      let cases = CountWords.cases(pathways.withoutStart)
      lines.append("\(cases) without \(anchor(start, vocabulary)) left out.")
    }
    if pathways.withoutSteps > 0 {
      lines.append("\(CountWords.cases(pathways.withoutSteps)) without a dated event left out.")
    }
    if pathways.undatedCount > 0 {
      lines.append(
        "In \(CountWords.cases(pathways.undatedCount)) an event without a first possible day is "
          + "no step.")
    }
    if pathways.tiedCount > 0, !isBrief {
      lines.append(
        "In \(CountWords.cases(pathways.tiedCount)) events of one day stand in the order of the "
          + "file.")
    }
    return lines
  }

  /// "190 (79 percent) begin with charge.", "120 (63 percent) have detainer next, after a median of
  /// 12 days, half between 5 and 20.", behind "Of 240 cases:".
  package static func sentence(
    _ row: PathwayRow, _ pathways: Pathways, _ vocabulary: Vocabulary
  ) -> ShownText {
    let count: ShownText =
      "\(grouped: row.caseCount) (\(DayWords.percent(row.share)) percent)"
    let have: ShownText = row.caseCount == 1 ? "has" : "have"
    switch row.kind {
    case .branch(let index):
      let branch = pathways.branches[index]
      let step = spoken(branch.type, vocabulary)
      guard let gap = branch.gap else {
        let begin: ShownText = row.caseCount == 1 ? "begins" : "begin"
        return "\(count) \(begin) with \(step)."
      }
      let before: ShownText = pathways.rule.isBackwards ? "before that" : "next"
      return "\(count) \(have) \(step) \(before), \(DayWords.after(gap))."
    case .nothingAfter:
      let after: ShownText = pathways.rule.isBackwards ? "before that" : "after that"
      return "\(count) \(have) nothing \(after)."
    case .others(_, let number):
      let steps: ShownText = .plural(number, "other step", "other steps")
      return "\(count) \(have) one of \(steps)."
    }
  }

  /// What the cases have that do not go on: "nothing after", read backwards "nothing before".
  package static func end(_ rule: PathRule) -> ShownText {
    rule.isBackwards ? "nothing before" : "nothing after"
  }

  /// "charge, then detainer".
  package static func path(_ steps: [String], _ vocabulary: Vocabulary) -> ShownText {
    steps.map { spoken($0, vocabulary) }.joined(separator: ", then ")
  }
}
