import CasebookCore
import CasebookText

extension Session {
  /// Asks the worker, and waits for the answer as long as the session's patience lasts.
  func ask(_ question: Question) {
    do {
      guard let work = try work(for: question) else { return }
      let ticket = worker.ask(question.topic, work)
      if question.topic.isAwaited { wait(for: ticket, of: question.topic) }
      takeAnswers()
    } catch {
      // Only a filter can be misread; the one being looked for before it is still wanted.
      if case .filter(let text) = question { send(.filter(.failed(text, error))) }
    }
  }

  /// The work that answers a question; nothing where it is answered already.
  private func work(
    for question: Question
  ) throws(QueryError) -> Worker<Question.Topic, Delivery>.Work? {
    switch question {
    case .filter(let text): return try filterWork(text)
    case .growth: return growthWork()
    case .facets(let request): return facetWork(request)
    case .lineup: return lineupWork()
    case .band: return bandWork()
    case .pathways: return pathwaysWork()
    case .orders: return ordersWork()
    case .notebook: return notebookWork()
    case .export(let request): return exportWork(request)
    case .reload: return reloadWork()
    }
  }

  /// Takes what the worker found since the last time.
  package func takeAnswers() {
    for event in worker.take() {
      switch event {
      case .answered(_, let deliver): send(deliver(state, workspace))
      case .progressed(.filter, let progress): send(.filter(.progressed(progress)))
      case .progressed: break
      }
    }
  }

  private func wait(for ticket: WorkTicket, of topic: Question.Topic) {
    switch patience {
    case .milliseconds(let time): _ = ticket.wait(for: .milliseconds(time))
    case .untilAnswered:
      var looks = 0
      while !ticket.wait(for: .milliseconds(1_000 / Self.looksPerSecond)) {
        if isInterrupted() { return giveUp(topic) }
        looks += 1
        if looks % (Self.quietSeconds * Self.looksPerSecond) == 0 {
          whileWaiting(looks / Self.looksPerSecond)
        }
      }
    }
  }

  /// Ends the search for an answer; what was listed before stays.
  private func giveUp(_ topic: Question.Topic) {
    worker.cancel(topic)
    if state.filter.awaited != nil { send(.filter(.givenUp)) }
    gaveUp = true
  }

  /// How often a wait looks whether it is still wanted.
  private static let looksPerSecond = 10

  /// Who waits is told so no more often.
  private static let quietSeconds = 10

  // MARK: - Filters

  private func filterWork(
    _ written: String
  ) throws(QueryError) -> Worker<Question.Topic, Delivery>.Work? {
    let text = try filters.understood(written, in: workspace.library)
    let listing = state.lineup.listing(of: text)
    if listing.trimmed.isEmpty {
      worker.cancel(.filter)
      let row = workspace.results.row(at: state.list.position)
      workspace.listAll()
      workspace.pathways = nil
      send(.filter(.applied(text, row: row)))
      return nil
    }
    let typed = try plan(text, typedAs: written)
    let plan =
      listing == text
      ? typed : try filters.plan(listing, in: workspace.library, asOf: workspace.asOf)
    send(.filter(.awaited(text)))
    let marked = plan.asksForMarks ? state.notebook.marked.texts : []
    return { [filters, library = workspace.library.columnsOnly] ticket in
      guard
        let answer = filters.answer(plan, in: library, marked: marked, ticket: ticket)
      else { return nil }
      return { state, workspace in
        let row = workspace.results.row(at: state.list.position)
        workspace.list(answer)
        workspace.pathways = nil
        return .filter(.applied(text, row: row))
      }
    }
  }

  /// The plan of a filter; if it is wrong, the places named are those of the text as typed.
  private func plan(_ text: String, typedAs written: String) throws(QueryError) -> QueryPlan {
    do {
      return try filters.plan(text, in: workspace.library, asOf: workspace.asOf)
    } catch {
      guard text != written else { throw error }
      throw QueryError(error.fact, at: 0..<written.utf8.count, isUnfinished: error.isUnfinished)
    }
  }

  /// New cases are looked at under the names known now; a filter that has come to mean nothing
  /// goes on as it was understood.
  private func growthWork() -> Worker<Question.Topic, Delivery>.Work? {
    guard let known = workspace.answer else { return nil }
    let listing = state.lineup.listing(of: state.filter.applied)
    let plan =
      (try? filters.plan(listing, in: workspace.library, asOf: workspace.asOf)) ?? known.plan
    let marked = plan.asksForMarks ? state.notebook.marked.texts : []
    return { [filters, library = workspace.library.columnsOnly] ticket in
      guard
        let answer = filters.answer(plan, in: library, marked: marked, ticket: ticket)
      else { return nil }
      return { state, workspace in
        let place = workspace.place(in: state)
        workspace.list(answer)
        return .libraryGrew(row: workspace.row(of: place))
      }
    }
  }

  // MARK: - Orders

  /// Prepares the usual orders, once all is loaded; where nobody can type meanwhile, there is no
  /// need to.
  func prepareOrders() {
    guard case .milliseconds = patience, !hasOrders, !state.loading.isGoing,
      workspace.library.caseCount >= FilterEvaluation.casesWorthOrders
    else { return }
    hasOrders = true
    ask(.orders)
  }

  private func ordersWork() -> Worker<Question.Topic, Delivery>.Work? {
    return { [filters, library = workspace.library.columnsOnly, asOf = workspace.asOf] ticket in
      guard filters.prepareOrders(of: library, asOf: asOf, ticket: ticket) else { return nil }
      return { _, _ in .ordersReady }
    }
  }

  /// Looks for the filter among cases that came meanwhile, unless a question is open already.
  func followGrowth() {
    guard let answer = workspace.answer, !worker.isOpen(.filter),
      answer.isOutgrown(by: workspace.library, isLoading: state.loading.isGoing)
    else { return }
    ask(.growth)
  }
}
