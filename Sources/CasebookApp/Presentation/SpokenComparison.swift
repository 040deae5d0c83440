import CasebookCore
import CasebookText

/// Two cases against each other: only what differs.
enum SpokenComparison {
  /// The position of the case to compare with.
  static func position(
    _ arguments: Arguments, _ state: State, _ workspace: Workspace
  ) throws(CommandFailure) -> Int {
    let position = try CaseRules.position(of: arguments.text, workspace)
    guard position != state.list.position else {
      throw CommandFailure("That is the selected case", next: "Type compare and another case")
    }
    return position
  }

  /// "Case a and case b.", then a line for each thing that differs.
  static func lines(
    with other: LoadedCase, _ state: State, _ workspace: Workspace
  ) -> [ShownText] {
    guard let here = workspace.loadedCase(at: state.list.position) else { return [] }
    var lines: [ShownText] = [
      "This case is \(Gate.shown(here.id)), the other \(Gate.shown(other.id))."
    ]
    let (differing, equal) = facts(here, other, state)
    lines += differing
    lines += events(here, other, workspace)
    lines += intervals(here, other)
    if !equal.isEmpty { lines.append("The same in both: \(equal.joined(separator: ", ")).") }
    return lines
  }

  // MARK: - Parts

  private static func facts(
    _ here: LoadedCase, _ other: LoadedCase, _ state: State
  ) -> (differing: [ShownText], equal: [ShownText]) {
    let ours = values(here, state)
    let theirs = values(other, state)
    var labels = ours.map(\.label)
    labels += theirs.map(\.label).filter { !labels.contains($0) }
    var differing: [ShownText] = []
    var equal: [ShownText] = []
    for label in labels where label != "Case id" {
      let left = ours.first { $0.label == label }?.value ?? "not said"
      let right = theirs.first { $0.label == label }?.value ?? "not said"
      if left == right {
        equal.append(label.lowercasedFirst)
      } else {
        differing.append("\(label), here: \(SpokenText.closed(left))")
        differing.append("\(label), there: \(SpokenText.closed(right))")
      }
    }
    return (differing, equal)
  }

  /// The facts, those of one label together.
  private static func values(_ loaded: LoadedCase, _ state: State) -> [Fact] {
    var facts: [Fact] = []
    for fact in CaseFacts(loaded.content, dates: state.dates).all {
      if let index = facts.firstIndex(where: { $0.label == fact.label }) {
        facts[index].value += "; \(fact.value)"
      } else {
        facts.append(fact)
      }
    }
    return facts
  }

  private static func events(
    _ here: LoadedCase, _ other: LoadedCase, _ workspace: Workspace
  ) -> [ShownText] {
    let vocabulary = workspace.library.vocabulary
    let ours = labels(here, vocabulary)
    let theirs = labels(other, vocabulary)
    var lines: [ShownText] = []
    if here.chronology.count != other.chronology.count {
      lines.append(
        "Events: \(here.chronology.count) here, \(other.chronology.count) there.")
    }
    let onlyHere = ours.filter { !theirs.contains($0) }
    let onlyThere = theirs.filter { !ours.contains($0) }
    if !onlyHere.isEmpty { lines.append("Events only here: \(onlyHere.joined(separator: ", ")).") }
    if !onlyThere.isEmpty {
      lines.append("Events only there: \(onlyThere.joined(separator: ", ")).")
    }
    return lines
  }

  private static func labels(_ loaded: LoadedCase, _ vocabulary: Vocabulary) -> [ShownText] {
    var labels: [ShownText] = []
    for event in loaded.chronology {
      let label = Gate.shown(vocabulary.type(event.type).label).lowercasedFirst
      if !labels.contains(label) { labels.append(label) }
    }
    return labels
  }

  private static func intervals(_ here: LoadedCase, _ other: LoadedCase) -> [ShownText] {
    let ours = lengths(here)
    let theirs = lengths(other)
    var names = ours.map(\.0)
    names += theirs.map(\.0).filter { !names.contains($0) }
    return names.compactMap { name in
      let left = ours.first { $0.0 == name }?.1
      let right = theirs.first { $0.0 == name }?.1
      guard left != right else { return nil }
      return "\(name): \(left ?? "not known") here, \(right ?? "not known") there."
    }
  }

  private static func lengths(_ loaded: LoadedCase) -> [(ShownText, ShownText)] {
    loaded.intervals.named.map { interval in
      (
        StripWords.name(interval.name),
        StripWords.length(interval, asOf: loaded.intervals.asOf)
      )
    }
  }
}
