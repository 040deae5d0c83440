import CasebookCore
import CasebookText

/// What a part of a picture means; the style sheet decides how that looks.
///
/// Whoever prints without colour loses nothing: what differs in colour also differs in place or
/// shape. Letters have a contrast of at least 7 to 1 on the ground, shapes of 4.5 to 1.
package enum PictureRole: String, Sendable, CaseIterable {
  /// The ground.
  case paper
  /// The title.
  case title
  /// What stands below the title.
  case subtitle
  /// A head over a part.
  case heading
  /// Text.
  case text
  /// Text beside signs: ticks, numbers, names of lanes.
  case label
  /// Text on a filled shape.
  case inverse
  /// A thin line: the axis, the border of a lane.
  case rule
  /// A dotted line: days that a date may mean.
  case possible
  /// What has no line: a covered part of the ground.
  case blank
  /// A bar of a count or a share.
  case bar
  /// A filled sign of movement.
  case movement
  /// A filled sign of the criminal process.
  case criminal
  /// A filled sign of a detainer.
  case detainer
  /// A filled sign of immigration custody.
  case immigration
  /// A filled sign of proceedings.
  case proceedings
  /// A filled sign of context.
  case context
  /// A hollow sign of what was reported, not recorded.
  case reported
  /// A hollow sign with a broken line of what was derived.
  case derived
  /// A sign of accounts that differ.
  case warning

  /// The role of filled signs of a category.
  package init(_ category: EventCategory) {
    switch category {
    case .movement: self = .movement
    case .criminal: self = .criminal
    case .detainer: self = .detainer
    case .immigration: self = .immigration
    case .proceedings: self = .proceedings
    case .context: self = .context
    }
  }

  /// The height of a line of text.
  package static let lineHeight = 17.0

  /// The pixels a text takes: as many as in the widest of the usual fonts, so that what is placed by
  /// it never collides.
  package static func width(_ text: ShownText, _ role: PictureRole = .text) -> Double {
    let size: Double =
      switch role {
      case .title: 20
      case .label, .inverse: 11
      default: 12
      }
    let isBold = [.title, .heading, .inverse].contains(role)
    let ems = text.string.reduce(0) { $0 + Self.ems($1) }
    return ems * size * (isBold ? 1.12 : 1)
  }

  private static func ems(_ character: Character) -> Double {
    if " .,:;'|!ijltfrI()[]-/".contains(character) { return 0.42 }
    if "mwMW%@".contains(character) || !character.isASCII { return 1 }
    return character.isUppercase ? 0.78 : 0.64
  }

  /// The rules for all roles, in the order of the cases.
  static let styleSheet = """
    text{font-family:"Helvetica Neue",Helvetica,Arial,"Liberation Sans","DejaVu Sans",sans-serif;\
    font-size:12px;fill:#1a1a1a}\
    .paper,.blank{fill:#ffffff}\
    .title{font-size:20px;font-weight:bold}.subtitle{font-size:13px}\
    .heading{font-weight:bold}.label{font-size:11px}\
    .inverse{fill:#ffffff;font-weight:bold;font-size:11px}\
    .rule{stroke:#767676;stroke-width:1;fill:none}\
    .possible{stroke:#1a1a1a;stroke-width:2;stroke-dasharray:1 4;fill:none}\
    .bar{fill:#5b6b7b}\
    .movement{fill:#3a6b35}.criminal{fill:#8a3b12}.detainer{fill:#6b2c7a}\
    .immigration{fill:#0b4f8a}.proceedings{fill:#4a4a8a}.context{fill:#5a5a5a}\
    .reported{fill:#ffffff;stroke:#1a1a1a;stroke-width:1.6}\
    .derived{fill:#ffffff;stroke:#1a1a1a;stroke-width:1.6;stroke-dasharray:3 2}\
    .warning{fill:#a30000;font-weight:bold}
    """
}
