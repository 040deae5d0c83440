import CasebookCore

extension Session {
  /// Threads for sums over all listed cases; more gain little, as for filters.
  private static let threads = 2

  /// The cases a filter finds, whether or not some event lines them up.
  private func foundCases() -> @Sendable (WorkTicket) -> Selection? {
    let text = state.filter.applied
    let plan =
      text.trimmed.isEmpty
      ? nil : try? filters.plan(text, in: workspace.library, asOf: workspace.asOf)
    let marked = plan?.asksForMarks == true ? state.notebook.marked.texts : []
    return { [filters, library = workspace.library.columnsOnly] ticket in
      guard let plan else { return Selection(allOf: library) }
      return filters.answer(plan, in: library, marked: marked, ticket: ticket)?.selection
    }
  }

  /// Whether a count goes on that cases still coming must not interrupt, else none would ever end;
  /// where it turns out to be of something else by then, its reducer asks again.
  private func isCounting(_ topic: Question.Topic) -> Bool {
    state.loading.isGoing && worker.isOpen(topic)
  }

  /// Sums up what happens in the listed cases.
  func lineupWork() -> Worker<Question.Topic, Delivery>.Work? {
    guard !isCounting(.lineup) else { return nil }
    let origin = state.lineup.origin
    let source = lineupSource
    // Another order lists the same cases.
    if let source, let known = workspace.lineup, known.origin == origin, known.source == source {
      return nil
    }
    let found = foundCases()
    return { [library = workspace.library.columnsOnly] ticket in
      guard let found = found(ticket), !ticket.isStale else { return nil }
      var findings = LineupFindings(origin, of: found, in: library, threads: Self.threads)
      findings.source = source
      return { [findings] _, workspace in
        workspace.lineup = findings
        return .lineup(.summedUp)
      }
    }
  }

  /// What the sums are of; nothing where marks or saved filters, which change, have a part in it.
  private var lineupSource: LineupFindings.Source? {
    let text = state.filter.applied
    let mayChange = text.contains("@") || text.contains("is:")
    return mayChange
      ? nil : LineupFindings.Source(filter: text, caseCount: workspace.library.caseCount)
  }

  /// Counts the listed cases for each column of the axis that is shown.
  func bandWork() -> Worker<Question.Topic, Delivery>.Work? {
    guard let findings = workspace.lineup, let columns = state.layout.lineup?.timeline.columns,
      let axis = workspace.lineupAxis(in: state, columns: columns),
      workspace.band?.axis != axis
        || workspace.band?.cases != findings.summary.caseCount
    else { return nil }
    return { ticket in
      if ticket.isStale { return nil }
      let band = SummaryBand(findings.summary, on: axis)
      return { _, workspace in
        workspace.band = LineupBand(axis: axis, cases: findings.summary.caseCount, band: band)
        return .lineup(.banded)
      }
    }
  }

  /// Counts the paths of the cases that the filter finds.
  func pathwaysWork() -> Worker<Question.Topic, Delivery>.Work? {
    guard !isCounting(.pathways) else { return nil }
    let (rule, depth) = (state.pathways.rule, state.pathways.depth)
    let found = foundCases()
    return { [library = workspace.library.columnsOnly] ticket in
      guard let found = found(ticket), !ticket.isStale else { return nil }
      let pathways = Pathways(
        of: found, in: library, rule: rule, depth: depth, threads: Self.threads)
      return { _, workspace in
        workspace.pathways = pathways
        return .pathways(.counted)
      }
    }
  }
}
