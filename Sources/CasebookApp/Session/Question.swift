import CasebookCore

/// What a reducer asks that may take long to answer; the answer comes as an action.
///
/// To add one: a case here, its topic, its work in ``Session/work(for:)``, a place in
/// ``Workspace`` for what is found, and the action that tells the reducer.
package enum Question: Sendable, Equatable {
  /// Which cases does a filter list?
  case filter(String)
  /// Which of the cases that came since belong to the filter in force?
  case growth
  /// What happens in the listed cases before and after the event they are lined up on?
  case lineup
  /// And in each column of the axis?
  case band
  /// Which events follow which?
  case pathways
  /// Which row comes where, in the orders that are usual?
  case orders
  /// How many of the listed cases have each value of a field, or of two?
  case facets(String)
  /// What does the notebook hold for the library?
  case notebook
  /// Were the listed cases written into a file?
  case export(ExportRequest)
  /// What do the files on disk hold by now?
  case reload

  /// Of two questions of one topic only the newer is answered.
  package enum Topic: Sendable, Hashable {
    /// Which cases are listed.
    case filter
    /// What happens in the listed cases.
    case lineup
    /// The counts above the axis.
    case band
    /// Which events follow which.
    case pathways
    /// Orders that are kept ready.
    case orders
    /// How many of the listed cases have each value.
    case facets
    /// The notebook.
    case notebook
    /// Files written.
    case export
    /// Files read again.
    case reload

    /// Whether someone waits for the answer; else it only makes a later one quicker.
    var isAwaited: Bool { self != .orders }
  }

  /// What it is about.
  package var topic: Topic {
    switch self {
    case .filter, .growth: .filter
    case .lineup: .lineup
    case .band: .band
    case .pathways: .pathways
    case .orders: .orders
    case .facets: .facets
    case .notebook: .notebook
    case .export: .export
    case .reload: .reload
    }
  }
}

/// Puts what a worker found where screens read it, on the session's thread, and says what happened.
package typealias Delivery = @Sendable (State, Workspace) -> Action

/// How long a session waits for an answer before it goes on without.
package enum Patience: Sendable {
  /// Until it is there: scripts, plain mode and tests see one thing after the other.
  case untilAnswered
  /// So many milliseconds: what is quick appears with the key that asked for it, and what is not
  /// comes later.
  case milliseconds(Int)
}
