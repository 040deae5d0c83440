import CasebookCanvas
import CasebookCore
import CasebookText

/// How it is known that an event happened.
package enum EventBasis: Sendable, Hashable {
  /// In a record, or not said.
  case recorded
  /// Someone reported it.
  case reported
  /// It was derived from something else.
  case derived

  /// Reads the basis of an event; that of its outcome says nothing of the event.
  package init(of event: Event) {
    self = EventBasis(written: event.text("basis"))
  }

  /// Reads a basis as written.
  init(written: String?) {
    switch written {
    case "reported": self = .reported
    case "derived": self = .derived
    default: self = .recorded
    }
  }
}

/// The signs of the strip, each one cell wide; both forms tell the same without colour.
struct StripSigns {
  private let glyphs: GlyphSet

  init(_ glyphs: GlyphSet) {
    self.glyphs = glyphs
  }

  /// A point. What is context, not a step of the person's path, weighs less and looks like what is
  /// reported.
  func point(_ basis: EventBasis, _ category: EventCategory) -> ShownText {
    switch basis {
    case .derived: glyphs.isASCII ? "x" : "◇"
    case .reported: glyphs.hollowPoint
    case .recorded: category == .context ? glyphs.hollowPoint : glyphs.point
    }
  }

  /// A day that an event may have happened on.
  var possible: ShownText { glyphs.isASCII ? ":" : "·" }

  /// A point on a day that is in doubt, where there is one column for it.
  var doubtful: ShownText { glyphs.isASCII ? ":" : "◌" }

  /// A time that an account names which differs.
  var disputed: ShownText { "!" }

  /// An end that is not known.
  var unknown: ShownText { "?" }

  /// The first column of a bar.
  func start(_ edge: StripEdge, _ basis: EventBasis) -> ShownText {
    switch edge {
    case .exact: glyphs.isASCII ? glyphs.intervalStart : basis == .recorded ? "┝" : "├"
    case .partial: possible
    case .open, .cut: earlier
    case .unknown: unknown
    }
  }

  /// The inside of a bar.
  func fill(_ basis: EventBasis) -> ShownText {
    switch basis {
    case .recorded: glyphs.isASCII ? glyphs.intervalFill : "━"
    case .reported: glyphs.isASCII ? "-" : "─"
    case .derived: glyphs.isASCII ? "." : "┄"
    }
  }

  /// The last column of a bar.
  func end(_ edge: StripEdge, _ basis: EventBasis) -> ShownText {
    switch edge {
    case .exact: glyphs.isASCII ? glyphs.intervalEnd : basis == .recorded ? "┥" : "┤"
    case .partial: possible
    case .open, .cut: later
    case .unknown: unknown
    }
  }

  /// A bar of one column.
  func short(_ basis: EventBasis) -> ShownText {
    if glyphs.isASCII { return fill(basis) }
    return basis == .recorded ? "▬" : "▭"
  }

  /// What goes on to the right.
  var later: ShownText { glyphs.arrowRight }
  /// What goes on to the left.
  var earlier: ShownText { glyphs.arrowLeft }

  /// How many events share a mark.
  func count(_ count: Int, columns: Int) -> ShownText {
    let text: ShownText = "\(count)"
    return text.columns <= max(columns, 1) ? text : "+"
  }
}
