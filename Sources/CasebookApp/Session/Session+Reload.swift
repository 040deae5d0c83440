import CasebookCore
import CasebookText

extension Session {
  /// Hears of files that changed on disk. On the screen they are read again at once; in plain mode
  /// nothing changes under the reader before `reload` asks for it.
  func followFiles() {
    if let change = files?.take() { send(.files(.noticed(change))) }
    guard state.files.change != nil, !state.look.isPlain, state.loading == .done,
      !worker.isOpen(.reload)
    else { return }
    send(.files(.reloadAsked))
  }

  /// The work that reads again what changed.
  func reloadWork() -> Worker<Question.Topic, Delivery>.Work? {
    guard let files else { return nil }
    return { [library = workspace.library] ticket in
      guard let reloaded = files.reloaded(library, ticket: ticket) else { return nil }
      return { _, workspace in
        workspace.reloaded = reloaded
        return .files(.reloaded(reloaded.difference))
      }
    }
  }

  /// Puts the library that was read again in the place of the one at hand.
  func adoptReloaded() {
    guard let reloaded = workspace.reloaded else { return }
    workspace.reloaded = nil
    let id = workspace.place(in: state)?.id
    apply([.restarted] + reloaded.steps, .done)
    if let id, workspace.library.rows(withID: id).isEmpty { send(.files(.caseLost(id))) }
    filters.keepOnly(workspace.library)
  }
}
