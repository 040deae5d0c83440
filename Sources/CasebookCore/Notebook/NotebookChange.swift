/// Something the user wants kept beyond the session.
///
/// Each says what shall be, not how to get there, so that it can be tried again after a failure and
/// does no harm when it is kept twice.
public enum NotebookChange: Sendable, Hashable {
  /// A setting was chosen, or given back to its default where there is no value.
  case setting(name: String, value: String?)
  /// A case of a library was marked, or the mark taken off.
  case mark(library: String, caseID: String, isMarked: Bool)
  /// A note was made.
  case note(library: String, Note)
  /// A note was taken back, by its number.
  case noteRemoved(number: UInt64)
  /// A filter was saved under a name, or forgotten where there is no text.
  case filter(name: String, text: String?)
  /// The columns of the list of a library were chosen, or given back to what they were.
  case columns(library: String, String?)
  /// A session on a library ended, or came to a new place.
  case session(library: String, SessionRecord)
}

/// What the notebook holds that matters to one library.
public struct NotebookContents: Sendable, Hashable {
  /// The settings that were chosen, by name.
  public var settings: [String: String] = [:]
  /// The ids of the marked cases, in the order of their bytes.
  public var marked: [String] = []
  /// The notes in the order they were made.
  public var notes: [Note] = []
  /// The saved filters in the order of their names.
  public var filters: [SavedFilter] = []
  /// The columns of the list; nothing where they were not chosen.
  public var columns: String?
  /// Where the last session ended.
  public var session: SessionRecord?
  /// Damage that was found when the notebook was opened, or `nil`. It is reported once.
  public var damage: NotebookDamage?

  /// An empty notebook.
  public init() {}
}

/// A note of the user about a case.
public struct Note: Sendable, Hashable {
  /// A number of its own, drawn by lot, so that two programs never make the same.
  public var number: UInt64
  /// The case.
  public var caseID: String
  /// What the user wrote, exact.
  public var text: String
  /// The day it was made, as `2024-02-01`.
  public var madeOn: String
  /// The ``Case/fingerprint`` of the case as it was then.
  public var fingerprint: UInt64

  /// Makes a note.
  public init(
    number: UInt64, caseID: String, text: String, madeOn: String, fingerprint: UInt64
  ) {
    self.number = number
    self.caseID = caseID
    self.text = text
    self.madeOn = madeOn
    self.fingerprint = fingerprint
  }
}

/// A filter under a name.
public struct SavedFilter: Sendable, Hashable {
  /// The name, without the `@` it is used with.
  public var name: String
  /// The filter, as typed.
  public var text: String

  /// Makes a saved filter.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// Whether a text can be a name: letters, digits, `_` and `-`, a letter first.
  public static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return false }
    return text.utf8.count <= 64
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || "0123456789_-".unicodeScalars.contains($0)
      }
  }
}

/// Where a session on a library was.
public struct SessionRecord: Sendable, Hashable {
  /// The filter, with its order.
  public var filter: String
  /// The id of the case at hand; nothing where no case was listed.
  public var caseID: String?
  /// The region with the focus.
  public var region: String
  /// The event at hand, from 0.
  public var event: Int

  /// Makes a record.
  public init(filter: String, caseID: String?, region: String, event: Int) {
    self.filter = filter
    self.caseID = caseID
    self.region = region
    self.event = event
  }
}
