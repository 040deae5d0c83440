import CasebookText

/// What is known of the files on disk since the library was loaded.
package struct FilesState: Sendable, Equatable {
  /// What was noticed and is not read yet.
  package var change: FileChange?
  /// What came of reading again last.
  var difference: FileDifference?
  /// The id of the case that was at hand and is in none of the files any more.
  var lostCase: String?
}

/// Something about the files on disk.
package enum FilesAction: Sendable, Equatable {
  /// Files changed.
  case noticed(FileChange)
  /// What changed is to be read again.
  case reloadAsked
  /// It was read again.
  case reloaded(FileDifference)
  /// The case with this id, which was at hand, is gone.
  case caseLost(String)
}

extension State {
  mutating func reduceFiles(_ action: FilesAction) -> [Effect] {
    switch action {
    case .noticed(let change):
      files.change = files.change?.adding(change) ?? change
      return []
    case .reloadAsked:
      files.change = nil
      files.difference = nil
      files.lostCase = nil
      return [.ask(.reload)]
    case .reloaded(let difference):
      files.difference = difference
      // What only was touched is no news on the screen.
      if !look.isPlain, !difference.isNone {
        say(Message(.information, FileWords.reloaded(difference)))
      }
      return difference.isNone ? [] : [.adoptReloaded]
    case .caseLost(let id):
      files.lostCase = id
      if !look.isPlain, let difference = files.difference {
        say(
          Message(
            .information, "\(FileWords.reloaded(difference)) \(FileWords.lost(id))"))
      }
      return []
    }
  }
}
