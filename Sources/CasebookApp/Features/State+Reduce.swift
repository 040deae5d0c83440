import CasebookCanvas

extension State {
  /// Changes the state by what happened; only routes to the part it concerns.
  package mutating func reduce(_ action: Action, in workspace: Workspace) -> [Effect] {
    switch action {
    case .focused(let region): focus(on: region)
    case .list(let action): return reduceList(action, in: workspace)
    case .detail(let action): reduceDetail(action, in: workspace)
    case .timeline(let action): reduceTimeline(action, in: workspace)
    case .filter(let action): return reduceFilter(action, in: workspace)
    case .prompt(let action): return reducePrompt(action, in: workspace)
    case .page(let action):
      reducePage(action, in: workspace)
      // Cases may have come while the help lay over them.
      return action == .closed && page?.kind == .pathways ? [.ask(.pathways)] : []
    case .facets(let action): return reduceFacets(action, in: workspace)
    case .history(let action): return reduceHistory(action, in: workspace)
    case .lineup(let action): return reduceLineup(action, in: workspace)
    case .pathways(let action): return reducePathways(action, in: workspace)
    case .files(let action): return reduceFiles(action)
    case .escapeTakenBack(let moment): return restore(moment)
    case .resized(let size):
      rearrange(in: workspace) { $0.size = size }
      return lineup.showsTimelines ? [.ask(.band)] : []
    case .said(let message): say(message)
    case .typed(let line): remember(line)
    case .lookChanged(let look): rearrange(in: workspace) { $0.look = look }
    case .libraryGrew(let row):
      grow(row, in: workspace)
      return questionsOfList()
    case .loaded(let loading): self.loading = loading
    case .ordersReady: break
    case .stopAsked: return [.stop]
    case .notebook(let action): return reduceNotebook(action, in: workspace)
    case .settingChosen(let setting, let value): return choose(value, for: setting)
    case .export(let request): return [.ask(.export(request))]
    case .saveText(let lines, let path, let replaces):
      return [.saveText(lines, path: path, replaces: replaces)]
    case .copyAsked(let parts): return [.copy(parts)]
    case .redrawAsked: return [.redraw]
    case .fileWritten(let outcome): take(outcome)
    case .saveAgain: return [.keepUnsaved(thenQuit: false)]
    case .quitAsked: return quit()
    }
    return []
  }

  private mutating func focus(on region: Region) {
    if look.isReader { message = nil }
    focus = region
    filter.term = nil
    // The facets stand where these do.
    if region == .facets { facets.isOpen = true }
    if region == .detail || region == .timeline && layout.facetsHideTimeline {
      facets.isOpen = false
    }
  }

  /// The lines that are kept of a session.
  private static let historyLimit = 1_000

  private mutating func remember(_ line: String) {
    guard !line.isEmpty else { return }
    if typedLines.count >= Self.historyLimit { typedLines.removeFirst() }
    typedLines.append(line)
  }

  /// Takes another size or look. The line being read stays the same, and at the same row if there
  /// is room.
  private mutating func rearrange(in workspace: Workspace, by change: (inout State) -> Void) {
    var place = ReadingPlace.current(
      line: detail.line, of: workspace.detail(in: self).lines, kept: detail.place)
    var pagePlace = page.map {
      ReadingPlace.current(
        line: $0.line, of: workspace.page(in: self).map(\.line), kept: $0.place)
    }
    change(&self)
    place.find(in: workspace.detail(in: self).lines)
    detail.top += place.line - detail.line
    detail.line = place.line
    detail.place = place
    if let page {
      pagePlace?.find(in: workspace.page(in: self).map(\.line))
      let line = pagePlace?.line ?? page.line
      self.page?.top += line - page.line
      self.page?.line = line
      self.page?.place = pagePlace
    }
    settle(in: workspace)
  }

  /// Keeps the reader at the case at hand while the list grows around it.
  private mutating func grow(_ row: Int?, in workspace: Workspace) {
    let position = row.flatMap { workspace.results.position(ofRow: $0) }
    list.top += (position ?? 0) - list.position
    list.position = position ?? 0
    settle(in: workspace)
    if row != nil, position == nil { caseChanged(in: workspace) }
  }

  private mutating func settle(in workspace: Workspace) {
    settleList(in: workspace)
    settleDetail(in: workspace)
    settlePage(in: workspace)
    settleFacets(in: workspace)
  }

  private mutating func take(_ outcome: FileOutcome) {
    switch outcome {
    case .written(let words): say(Message(.information, words))
    case .failed(let failure):
      fileFailure = failure
      say(Message(.error, failure.line))
    }
  }

  mutating func say(_ message: Message) {
    self.message = message
    messages.append(message)
  }
}
