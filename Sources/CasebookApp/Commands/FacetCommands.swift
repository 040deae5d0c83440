import CasebookCore
import CasebookText

/// Commands that count the listed cases by a field.
enum FacetCommands {
  static let all = [facets, with, without, order, by, counts, columnsLeft, columnsRight]

  static let facets = Command(
    "facets", aliases: ["fa"], "Count the listed cases by a field, or by two.", hint: "facets",
    group: .finding,
    parameter: .init("FIELD, by FIELD, month or weekday", takesFields: true),
    keys: [KeyBinding(.character("f"), .list, .detail, .timeline, .terms, .facets)],
    actions: { arguments, state, workspace throws(CommandFailure) in
      let (text, _) = SpokenRange.parts(arguments)
      guard text.isEmpty else {
        try FacetRules.check(text, workspace)
        return [.facets(.asked(text))]
      }
      let resumes = !state.look.isPlain && state.focus != .facets
      return [.facets(.asked(resumes ? state.facets.request : ""))]
    },
    answer: { arguments, state, workspace in
      SpokenFacets.answer(from: SpokenRange.parts(arguments).start, state, workspace)
    })

  static let with = Command(
    "with",
    "List only the cases with the selected value, or with any of several; once more drops the value.",
    hint: "only these", group: .finding, parameter: .init("NUMBER"),
    keys: [KeyBinding(.enter, .facets)],
    unavailable: FacetRules.noRow,
    actions: { arguments, state, workspace throws(CommandFailure) in
      let rows = FacetRows(state, workspace)
      let row = rows[try FacetRules.position(arguments, rows, state)]
      if case .field(let name, _) = row { return [.facets(.asked(QueryText.name(name)))] }
      let term = try FacetRules.term(row, rows)
      return FacetRules.changed(rows, state) { $0.choose(term) }
    },
    answer: { _, state, workspace in SpokenFilter.answer(state, workspace) })

  static let without = Command(
    "without", "Leave out the cases with the selected value; once more lists them again.",
    hint: "without", group: .finding, parameter: .init("NUMBER"),
    keys: [KeyBinding(.character("!"), .facets)],
    unavailable: { state, workspace in
      FacetRules.noField(state, workspace) ?? FacetRules.noRow(state, workspace)
    },
    actions: { arguments, state, workspace throws(CommandFailure) in
      let rows = FacetRows(state, workspace)
      let row = rows[try FacetRules.position(arguments, rows, state)]
      let term = try FacetRules.term(row, rows)
      return FacetRules.changed(rows, state) { $0.leaveOut(term) }
    },
    answer: { _, state, workspace in SpokenFilter.answer(state, workspace) })

  static let order = Command(
    "facet-order",
    "Put the values in the order of their counts, their own, or of the share of a crossed value.",
    hint: "order", group: .finding,
    parameter: .init("VALUE, count or own", words: ["count", "own"]),
    keys: [KeyBinding(.character("o"), .facets)],
    unavailable: FacetRules.noField,
    actions: { arguments, state, workspace throws(CommandFailure) in
      guard let answer = workspace.facets else { return [] }
      let order = try FacetOrders(answer).order(arguments, after: state.facets.order)
      let said = Message(.information, FacetOrders(answer).words(order))
      return [.facets(.ordered(order))] + (state.look.isPlain ? [] : [.said(said)])
    },
    answer: { _, state, workspace in SpokenFacets.answer(from: 0, state, workspace) })

  static let by = Command(
    "by", "Cross the field with another: shares of each row.", hint: "by", group: .finding,
    parameter: .init("FIELD", takesFields: true), keys: [KeyBinding(.character("b"), .facets)],
    unavailable: FacetRules.noField,
    actions: { arguments, state, workspace throws(CommandFailure) in
      guard !arguments.isEmpty else {
        if state.look.isPlain { throw CommandFailure("by needs a field", next: "Type by FIELD") }
        return [.prompt(.opened(.command)), .prompt(.completed("by ", []))]
      }
      let rows = workspace.facets?.request.rows.text ?? state.facets.request
      let text = "\(rows) by \(arguments.text)"
      try FacetRules.check(text, workspace)
      return [.facets(.asked(text))]
    },
    answer: { _, state, workspace in SpokenFacets.answer(from: 0, state, workspace) })

  static let counts = Command(
    "facet-counts", "Show numbers of cases in the cells of two crossed fields, or shares again.",
    hint: "counts", group: .finding, keys: [KeyBinding(.character("#"), .facets)],
    unavailable: FacetRules.notCrossed,
    actions: { _, state, _ in [.facets(.countsShown(!state.facets.showsCounts))] },
    answer: { _, state, workspace in SpokenFacets.answer(from: 0, state, workspace) })

  static let columnsLeft = FacetRules.scroll(
    "facet-left", "Show the columns of two crossed fields further left.", "left", by: -1,
    [KeyBinding(.left, .facets), KeyBinding(.character("h"), .facets)])

  static let columnsRight = FacetRules.scroll(
    "facet-right", "Show the columns of two crossed fields further right.", "more columns", by: 1,
    [KeyBinding(.right, .facets), KeyBinding(.character("l"), .facets)])
}

/// Rules that commands about facets share.
enum FacetRules {
  /// Why there is no row to do something with.
  static func noRow(_ state: State, _ workspace: Workspace) -> CommandFailure? {
    FacetRows(state, workspace).count == 0
      ? CommandFailure("Nothing is counted", next: "Type facets and a field") : nil
  }

  /// Why there is no field to do something with.
  static func noField(_ state: State, _ workspace: Workspace) -> CommandFailure? {
    state.facets.request.isEmpty
      ? CommandFailure("No field is counted", next: "Type facets and a field") : nil
  }

  /// Fails where the text names nothing to count by.
  static func check(_ text: String, _ workspace: Workspace) throws(CommandFailure) {
    do {
      _ = try FacetRequest(text, in: workspace.schema, asOf: workspace.asOf)
    } catch {
      throw CommandFailure(query: error)
    }
  }

  /// The row a number from 1 means, or the one at hand.
  static func position(
    _ arguments: Arguments, _ rows: FacetRows, _ state: State
  ) throws(CommandFailure) -> Int {
    if arguments.isEmpty { return min(state.facets.position, rows.count - 1) }
    guard let number = arguments.number, number >= 1, number <= rows.count else {
      throw CommandFailure(
        "There is no value \(Gate.shown(arguments.text))",
        next: "Type a number from 1 to \(rows.count)")
    }
    return number - 1
  }

  /// The term of a row, where one finds just its cases.
  static func term(_ row: FacetRows.Row, _ rows: FacetRows) throws(CommandFailure) -> String {
    guard let term = rows.term(row) else {
      throw CommandFailure(
        "No filter finds just \(rows.label(row))", next: "Take another value")
    }
    return term
  }

  /// The filter with other values of the facet. Its terms stay where they stood; those switched off
  /// that say the same go.
  static func changed(
    _ rows: FacetRows, _ state: State, _ change: (inout FacetTerms) -> Void
  ) -> [Action] {
    guard let subject = rows.answer?.request.rows else { return [] }
    let old = state.filter.terms
    var terms = FacetTerms(old.filter(\.isOn).map(\.text), of: subject)
    change(&terms)
    let written = terms.written
    var others = terms.others[...]
    var kept: [FilterTerm] = []
    var place: Int?
    for term in old {
      if !term.isOn {
        if !written.contains(term.text) { kept.append(term) }
      } else if others.first == term.text {
        others.removeFirst()
        kept.append(term)
      } else if place == nil {
        place = kept.count
      }
    }
    kept.insert(contentsOf: written.map { FilterTerm($0) }, at: place ?? kept.count)
    return [.filter(.termsAsked(kept, term: nil))]
  }

  /// Why there are no columns to scroll or to show in another way.
  static func notCrossed(_ state: State, _ workspace: Workspace) -> CommandFailure? {
    state.facets.isCross
      ? nil : CommandFailure("No two fields are crossed", next: "Type by and a field")
  }

  /// Scrolls the columns of two crossed fields.
  static func scroll(
    _ name: String, _ summary: ShownText, _ hint: ShownText, by columns: Int, _ keys: [KeyBinding]
  ) -> Command {
    Command(
      name, summary, hint: hint, group: .finding, keys: keys, unavailable: notCrossed,
      actions: { _, _, _ in [.facets(.scrolled(by: columns))] },
      answer: { _, state, workspace in SpokenFacets.answer(from: 0, state, workspace) })
  }
}
