import CasebookCore
import CasebookText

/// What a library is called, and up to which day its data go.
package enum LibraryWords {
  /// "ice-release, data to 10 Mar 2026"; the title alone if the library holds no release, or if open
  /// ends are counted to another day.
  package static func title(
    _ state: State, _ workspace: Workspace, _ dates: DateForm = .short
  ) -> ShownText {
    let title = Gate.shown(workspace.library.title)
    let day = state.settings.releaseDay(of: workspace.library, today: workspace.today)
    guard let day else { return title }
    let words = dates == .short ? Gate.shown(DateWords.short(day)) : DateText.day(day, dates)
    return "\(title), data to \(words)"
  }
}
