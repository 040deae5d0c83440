/// A lane of the timeline.
public enum EventCategory: String, Sendable, Hashable, CaseIterable {
  /// Entry, departure, removal.
  case movement
  /// Arrest, charge, jail.
  case criminal
  /// Detainers and requests for notification.
  case detainer
  /// Arrest and custody by immigration officers.
  case immigration
  /// The immigration court.
  case proceedings
  /// Policies, statements, corrections, and types the vocabulary does not know.
  case context
}

/// What is known of a kind of event.
public struct EventType: Sendable, Hashable {
  /// The name in files, such as `ice_arrest`.
  public var name: String
  /// The label on screens, such as "Arrest by ICE".
  public var label: String
  /// The label in speech, without abbreviations a voice misreads.
  public var spokenLabel: String
  /// The lane it is drawn in.
  public var category: EventCategory
  /// Whether it lasts; else it is a point in time.
  public var isInterval: Bool
  /// A glyph of one cell with sure width.
  public var glyph: Character
  /// The letter where there are no glyphs.
  public var letter: Character

  /// Makes a type.
  public init(
    _ name: String, _ label: String, spoken: String? = nil, _ category: EventCategory,
    interval: Bool = false, glyph: Character, letter: Character
  ) {
    self.name = name
    self.label = label
    spokenLabel = spoken ?? label
    self.category = category
    isInterval = interval
    self.glyph = glyph
    self.letter = letter
  }
}

/// The kinds of events, in the order of a path through custody.
public struct Vocabulary: Sendable, Hashable {
  /// The types in order.
  public private(set) var types: [EventType]
  /// The values that the closed lists of events allow.
  public var lists = ClosedLists.standard
  private var indices: [String: Int]

  /// Makes a vocabulary; of two types with one name the later holds.
  public init(_ types: [EventType]) {
    self.types = []
    indices = [:]
    for type in types {
      if let index = indices[type.name] {
        self.types[index] = type
      } else {
        indices[type.name] = self.types.count
        self.types.append(type)
      }
    }
  }

  /// The type with a name, where the vocabulary has it.
  public func known(_ name: String) -> EventType? {
    indices[name].map { types[$0] }
  }

  /// The type with a name; one the vocabulary does not know is a point in the lane of context,
  /// labelled with its own name.
  public func type(_ name: String) -> EventType {
    known(name)
      ?? EventType(
        name, name.replacing("_", with: " "), .context, glyph: "?", letter: "?")
  }

  /// The outcomes of a detainer, in the order they are explained. `not_recorded` is what a table with
  /// a blank reason says; `unknown` is what a source says that does not know.
  public static let detainerOutcomes = [
    "booked", "declined", "released_early", "late_notice", "ice_not_able", "transferred",
    "superseded", "duplicate", "closed", "usc_claim", "lifted", "died", "pending", "not_recorded",
    "unknown",
  ]

  /// How a charge may stand.
  public static let chargeStatuses = [
    "alleged", "pending", "dismissed", "acquitted", "convicted", "unknown",
  ]

  /// What a fact rests on: a record, a report, or what was worked out from others.
  public static let bases = ["recorded", "reported", "derived"]

  /// The governments whose policy an event may be.
  public static let levels = ["federal", "state", "county", "municipal"]
}

extension Vocabulary {
  /// The built-in types.
  public static let standard = Vocabulary([
    EventType("entry", "Entry", .movement, glyph: "→", letter: "e"),
    EventType(
      "border_apprehension", "Apprehension at the border", .movement, glyph: "◆", letter: "b"),
    EventType("placement", "Placement", .movement, glyph: "▪", letter: "p"),
    EventType("departure", "Departure", .movement, glyph: "←", letter: "d"),
    EventType("removal", "Removal", .movement, glyph: "◀", letter: "r"),
    EventType("reentry", "Reentry", .movement, glyph: "▶", letter: "n"),
    EventType("criminal_arrest", "Criminal arrest", .criminal, glyph: "◆", letter: "a"),
    EventType("criminal_charge", "Charge", .criminal, glyph: "●", letter: "c"),
    EventType("arraignment", "Arraignment", .criminal, glyph: "▪", letter: "g"),
    EventType("disposition", "Disposition", .criminal, glyph: "■", letter: "s"),
    EventType(
      "jail_custody", "Custody in jail", .criminal, interval: true, glyph: "▬", letter: "j"),
    EventType("jail_release", "Release from jail", .criminal, glyph: "○", letter: "l"),
    EventType("detainer", "Detainer", .detainer, interval: true, glyph: "▬", letter: "D"),
    EventType("notification", "Request for notification", .detainer, glyph: "●", letter: "N"),
    EventType("encounter", "Encounter", .immigration, glyph: "▪", letter: "E"),
    EventType("ice_arrest", "Arrest by ICE", .immigration, glyph: "◆", letter: "A"),
    EventType(
      "ice_custody", "Custody of ICE", .immigration, interval: true, glyph: "▬", letter: "C"),
    EventType("bond_set", "Bond set", .immigration, glyph: "□", letter: "B"),
    EventType("bond_posted", "Bond posted", .immigration, glyph: "■", letter: "P"),
    EventType("ice_release", "Release by ICE", .immigration, glyph: "○", letter: "L"),
    EventType("notice_to_appear", "Notice to appear", .proceedings, glyph: "▪", letter: "T"),
    EventType("hearing", "Hearing", .proceedings, glyph: "●", letter: "H"),
    EventType("relief", "Relief", .proceedings, glyph: "○", letter: "R"),
    EventType("final_order", "Final order", .proceedings, glyph: "■", letter: "F"),
    EventType("appeal", "Appeal", .proceedings, glyph: "□", letter: "U"),
    EventType("policy", "Policy", .context, glyph: "▪", letter: "y"),
    EventType("statement", "Statement", .context, glyph: "●", letter: "q"),
    EventType("correction", "Correction", .context, glyph: "□", letter: "x"),
    EventType("death", "Death", .context, glyph: "■", letter: "m"),
    EventType("record", "Record", .context, glyph: "●", letter: "o"),
  ])
}
