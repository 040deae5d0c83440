import CasebookCore
import CasebookText

/// What the user keeps of the library at hand.
package struct NotebookState: Sendable, Equatable {
  /// What the notebook calls the library; blank where nothing is kept.
  package var library = ""
  /// The marked cases.
  package var marked = CaseIDs()
  /// The notes, in the order they were made.
  package var notes: [Note] = []
  /// The filters that have names, by name; those of the user come before those of the library.
  package var filters: [NamedFilter] = []
  /// The saved filters of which it was said that their meaning has changed.
  package var toldChanges: Set<String> = []
  /// What has to be said of the saved filter that was used last; nil if nothing has.
  package var changeOfReading: ShownText?
  /// Changes that could not be kept, oldest first, for another try.
  package var unsaved: [NotebookChange] = []
  /// Why they could not be.
  package var failure: NotebookFailure?
  /// How often changes were tried that could not be kept at once.
  package var tries = 0
  /// Why nothing could be kept when the notebook was opened.
  package var obstacle: NotebookFailure?
  /// Whether the user was told that leaving loses them.
  package var mayLeaveUnsaved = false

  /// The notes on a case.
  package func notes(on id: String) -> [Note] {
    notes.filter { $0.caseID.utf8.elementsEqual(id.utf8) }
  }

  /// The filter that has a name.
  package func filter(named name: String) -> NamedFilter? {
    filters.first { $0.name == name }
  }
}

/// A filter under a name, and who gave it the name.
package struct NamedFilter: Sendable, Equatable {
  /// The name, without `@`.
  package var name: String
  /// The filter.
  package var text: String
  /// Whether the user saved it; else the library brings it along.
  package var isOfUser: Bool

  /// Makes a named filter.
  package init(name: String, text: String, isOfUser: Bool) {
    self.name = name
    self.text = text
    self.isOfUser = isOfUser
  }

  /// The filters of a library and of a user under one roof, in the order of their names.
  package static func all(of library: LibrarySettings, and own: [SavedFilter]) -> [NamedFilter] {
    let names = Set(own.map(\.name))
    let others = library.filters.filter { !names.contains($0.name) }
      .map { NamedFilter(name: $0.name, text: $0.filter.text, isOfUser: false) }
    return (own.map { NamedFilter(name: $0.name, text: $0.text, isOfUser: true) } + others)
      .sorted { $0.name < $1.name }
  }
}

/// Ids of cases; two that differ in a byte are two, however alike they look.
package struct CaseIDs: Sendable, Equatable {
  private var ids: Set<[UInt8]> = []

  /// Takes some ids.
  package init(_ texts: [String] = []) {
    ids = Set(texts.map { Array($0.utf8) })
  }

  /// How many there are.
  package var count: Int { ids.count }

  /// The ids in the order of their bytes.
  package var texts: [String] {
    ids.sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether an id is among them.
  package func contains(_ id: String) -> Bool { !ids.isEmpty && ids.contains(Array(id.utf8)) }

  /// Takes an id in, or out.
  package mutating func set(_ id: String, to isMember: Bool) {
    if isMember { ids.insert(Array(id.utf8)) } else { ids.remove(Array(id.utf8)) }
  }
}
