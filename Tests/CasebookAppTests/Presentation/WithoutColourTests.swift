import CasebookApp
import CasebookCanvas
import CasebookTesting
import CasebookText
import Testing

/// Nothing is told by colour alone: what a role means stands in words, signs or places, too.
struct WithoutColourTests {
  /// Roles that group or order the page, and say nothing that is not said by the text itself.
  private static let silent: Set<StyleRole> = [
    .normal, .heading, .title, .label, .secondary, .accent, .rule, .match, .selectedMatch,
  ]
  /// Lanes are told by their names and each event by its own sign.
  private static let lanes: Set<StyleRole> = [
    .movement, .criminal, .detainer, .immigration, .proceedings, .context,
  ]
  /// A word of each role that warns, or that weighs a value.
  private static let words: [StyleRole: [String]] = [
    .unknown: ["unknown", "none given", "not said"], .reported: ["reported", "(per "],
    .derived: ["derived"],
  ]

  @Test(arguments: Scene.all) func everyMeaningIsThereWithoutColour(scene: Scene) throws {
    let session = try scene.played()
    let canvas = MainScreen.draw(session.state, session.workspace)
    for run in Self.runs(of: canvas) {
      #expect(Self.isTold(run, canvas), "\(run.role): \(run.text)")
    }
  }

  @Test func everyRoleIsJudged() {
    let known = Self.silent.union(Self.lanes).union(Self.words.keys)
      .union([.selected, .selectedInactive, .mistake, .escape, .error, .warning])
    #expect(Set(StyleRole.allCases).subtracting(known) == [])
  }

  @Test func aColourAloneIsFound() {
    var canvas = Canvas(size: Size(columns: 10, rows: 2))
    canvas.draw(StyledLine("2013", .unknown), at: Point(column: 0, row: 0))
    #expect(Self.runs(of: canvas).allSatisfy { Self.isTold($0, canvas) } == false)
  }

  // MARK: - Help

  private struct Run {
    var role: StyleRole
    var text: String
    var row: Int
  }

  /// Stretches of one role on a row.
  private static func runs(of canvas: Canvas) -> [Run] {
    canvas.rows.enumerated().flatMap { row, cells in
      var runs: [Run] = []
      for cell in cells {
        if runs.last?.role == cell.role {
          runs[runs.count - 1].text += cell.text
        } else {
          runs.append(Run(role: cell.role, text: cell.text, row: row))
        }
      }
      return runs
    }
  }

  private static func isTold(_ run: Run, _ canvas: Canvas) -> Bool {
    if silent.contains(run.role) || run.text.allSatisfy({ $0 == " " }) { return true }
    if [.selected, .selectedInactive, .mistake].contains(run.role) { return hasALook(run.role) }
    if run.role == .escape { return run.text.contains("<") || run.text.contains("^") }
    if run.role == .error || run.role == .warning {
      return run.text.contains { $0.isLetter || $0.isNumber }
    }
    if lanes.contains(run.role) { return run.text.contains { $0 != " " } }
    return words[run.role, default: []].contains { word in
      // A cell that is cut still begins like its word; inside a drawn bar the text of the case on
      // the same screen, or that of the event, says it.
      canvas.text(ofRow: run.row).contains(word) || word.hasPrefix(run.text.prefix(4))
        || isDrawn(canvas.text(ofRow: run.row))
    }
  }

  /// Whether the theme without colours tells a role from ordinary text.
  private static func hasALook(_ role: StyleRole) -> Bool {
    let style = Theme.none[role]
    return style.isBold || style.isUnderlined || style.isReversed
  }

  private static func isDrawn(_ row: String) -> Bool {
    row.contains { "━┝[=".contains($0) }
  }
}
