import CasebookCore
import CasebookText

/// Why a question of statistics cannot be answered, in words, and what to type.
package enum QuestionWords {
  /// The failure of a question.
  package static func failure(_ error: QuestionError) -> CommandFailure {
    switch error {
    case .query(let error): return CommandFailure(query: error)
    case .noEvent(let type):
      return CommandFailure(
        "No event here is of type \(Gate.shown(type)), so this can never hold",
        next: "Type casebook facets type for the types that occur")
    case .notOfType(let field, let type, let others): return notOfType(field, type, others)
    case .notANumber(let field):
      return CommandFailure(
        "\(Gate.shown(field)) has no numbers",
        next: "Type a field of numbers, TYPE->TYPE, TYPE.length or count(TYPE)")
    case .withoutLength(let type):
      return CommandFailure(
        "Events of type \(Gate.shown(type)) have no end, so that they have no length",
        next: "Type TYPE->TYPE for the days from one event to another")
    case .needsEvents(let grouping):
      return CommandFailure(
        "\(Gate.shown(grouping)) is of the date of an event, and what is measured is of the case",
        next: "Type an event type before it, such as 'detainer by \(Gate.shown(grouping))'")
    case .notATime(let name):
      return CommandFailure(
        "\(Gate.shown(name)) is no length of time, and --within limits lengths",
        next: "Leave --within out")
    case .wrongWayRound:
      return CommandFailure(
        "The first day is after the last", next: "Type the earlier day behind --from")
    case .tooManyDays(let limit):
      return CommandFailure(
        "More than \(grouped: limit) days", next: "Type --from and --to for fewer")
    case .notOfEvents(let field):
      return CommandFailure(
        "\(Gate.shown(field)) is of the case, and events are counted",
        next: "Type a field of events or an event type first, and this one behind --by")
    case .binsDoNotFit(let name, let isTime):
      return CommandFailure(
        isTime
          ? "\(Gate.shown(name)) is a length of time, and the bounds have no unit"
          : "\(Gate.shown(name)) is no length of time, and the bounds have a unit",
        next: isTime ? "Type bounds such as 12h,72h,7d" : "Type bounds such as 10,100")
    case .notBins(let text):
      return CommandFailure(
        "\(ProblemWords.quoted(text)) are no bounds",
        next: "Type ascending bounds with commas between them, such as 12h,72h,7d")
    case .notADay(let text):
      return CommandFailure(
        "\(ProblemWords.quoted(text)) is no day", next: "Type a day such as 2024-02-01")
    case .withoutDays(let type):
      return CommandFailure(
        "No event of type \(Gate.shown(type)) has a first day to count from",
        next: "Type another event type")
    case .noCommonTable:
      return CommandFailure(
        "The two have no table and no case in common",
        next: "Type two releases of the same tables, or two folders of the same case files")
    case .differentKinds:
      return CommandFailure(
        "One is a release of tables, and the other is case files",
        next: "Type two releases, or two folders of case files")
    }
  }

  private static func notOfType(_ field: String, _ type: String, _ others: [String])
    -> CommandFailure
  {
    let names = others.prefix(4).map { "\(Gate.shown($0)).\(Gate.shown(field))" as ShownText }
    let what: ShownText = "No event of type \(Gate.shown(type)) has \(Gate.shown(field))"
    guard !names.isEmpty else {
      return CommandFailure(what, next: "Type casebook facets type for the types that occur")
    }
    return CommandFailure(what, next: "Type \(names.joined(separator: " or "))")
  }
}
