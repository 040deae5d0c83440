import CasebookCore
import CasebookText

/// Words that plain mode alone needs.
package enum PlainWords {
  /// "Case 3 of 36. Detainer not honored, Hartford. In ICE custody."
  package static func place(_ state: State, _ workspace: Workspace) -> ShownText {
    SpokenCase.positionLine(state, workspace)
  }

  /// The title in a prompt has at most so many columns: with the position it fits a braille line.
  private static let titleColumns = 26

  /// The prompt: nothing, "case> ", "2 of 36> " or "2 of 36, Export is slow> ".
  package static func prompt(_ state: State, _ workspace: Workspace) -> ShownText {
    let count = workspace.results.count
    let position: ShownText =
      count == 0
      ? "no case" : "\(grouped: state.list.position + 1) of \(grouped: count)"
    switch state.promptForm {
    case .none: return ""
    case .short: return "case> "
    case .position: return "\(position)> "
    case .title:
      guard let loaded = workspace.loadedCase(at: state.list.position) else {
        return "\(position)> "
      }
      return "\(position), \(loaded.title.truncated(to: titleColumns, ellipsis: ".."))> "
    }
  }
}
