import CasebookCore
import CasebookText

/// A sign of a picture of a timeline, each told from the others by its shape alone.
enum StripPictureSign: CaseIterable {
  case recorded, reported, derived, context, lasting, possible, open, unknown, several, disputed
  case folded

  /// What it means.
  var words: ShownText {
    switch self {
    case .recorded: "recorded"
    case .reported: "reported"
    case .derived: "derived"
    case .context: "context"
    case .lasting: "lasts"
    case .possible: "on one of these days"
    case .open: "goes on"
    case .unknown: "not known"
    case .several: "several events"
    case .disputed: "an account that differs"
    case .folded: "time without events left out"
    }
  }

  /// The signs that some marks need, in order.
  static func used(
    _ marks: [StripMark], _ chronology: [Event], _ layout: StripLayout
  ) -> [StripPictureSign] {
    var found: Set<StripPictureSign> = []
    for mark in marks {
      let events = mark.events.filter(chronology.indices.contains)
      if mark.events.count > 1 {
        found.insert(.several)
      } else if mark.isDisputed {
        found.insert(.disputed)
      } else if mark.shape != .undated, let event = events.first {
        found.insert(StripPictureSign(EventBasis(of: chronology[event])))
      }
      if mark.isCutAtStart || mark.isCutAtEnd { found.insert(.open) }
      switch mark.shape {
      case .stretch: found.insert(.possible)
      case .undated: found.insert(.unknown)
      case .bar(let bar):
        found.insert(.lasting)
        if bar.start == .open || bar.end == .open { found.insert(.open) }
        if bar.start == .unknown || bar.end == .unknown { found.insert(.unknown) }
        if bar.sure.map({ $0 != mark.columns }) ?? true { found.insert(.possible) }
      case .point, .crowd: break
      }
    }
    if !layout.axis.folds.isEmpty { found.insert(.folded) }
    return allCases.filter(found.contains)
  }

  /// The sign of how something is known.
  init(_ basis: EventBasis) {
    switch basis {
    case .recorded: self = .recorded
    case .reported: self = .reported
    case .derived: self = .derived
    }
  }

  /// Draws the sign about a point; what is recorded has the look of its lane.
  func draw(
    at center: PicturePoint, _ role: PictureRole = .context, into picture: inout SVGWriter
  ) {
    let (x, y) = (center.x, center.y)
    switch self {
    case .recorded, .context: picture.circle(at: center, radius: 5, role)
    case .reported: picture.circle(at: center, radius: 5, .reported)
    case .derived:
      picture.polygon(
        [(0, -6.5), (6.5, 0), (0, 6.5), (-6.5, 0)].map { PicturePoint(x + $0.0, y + $0.1) },
        .derived)
    case .lasting: picture.rectangle(PictureRect(x - 12, y - 5, 24, 10), role)
    case .possible:
      picture.line(from: PicturePoint(x - 12, y), to: PicturePoint(x + 12, y), .possible)
    case .open:
      picture.polygon(
        [(-5, -6), (6, 0), (-5, 6)].map { PicturePoint(x + $0.0, y + $0.1) }, role)
    case .unknown: picture.text("?", at: PicturePoint(x, y + 4.5), .heading, anchor: .middle)
    case .several:
      picture.circle(at: center, radius: 9, role)
      picture.text("2", at: PicturePoint(x, y + 4), .inverse, anchor: .middle)
    case .disputed: picture.text("!", at: PicturePoint(x, y + 4.5), .warning, anchor: .middle)
    case .folded: picture.text("//", at: PicturePoint(x, y + 4), .label, anchor: .middle)
    }
  }
}
