extension Library {
  /// How many files, or folders, were not read, or not to their end.
  public var unreadFileCount: Int { problems.unreadFiles.count - settingsNotRead }

  /// How many records were refused, without the files that were not read.
  public var refusedRecordCount: Int {
    refusedCount - (problems.unreadFileProblemCount - settingsNotRead)
  }

  /// The settings hold no cases: where they are not read, nothing is refused.
  private var settingsNotRead: Int { settings.problems.count(where: \.isOfUnreadFile) }
}

extension Problem {
  /// Whether what it refuses is a file and no record in it.
  var isOfUnreadFile: Bool {
    guard severity == .error else { return false }
    switch fact {
    case .unreadable, .table(.otherContent), .table(.needsMemory), .table(.noHeader),
      .table(.noProfile), .table(.headerLooksLikeData):
      return true
    default: return false
    }
  }
}
