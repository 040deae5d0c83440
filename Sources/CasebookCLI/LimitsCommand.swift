import ArgumentParser
import CasebookCore
import CasebookText

/// `casebook limits`: the bounds every input ends within.
struct LimitsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limits",
    abstract: "List the limits on input files that --set-limit changes.")

  func run() throws {
    let limits = Limits()
    var output = Output()
    for limit in Limit.all {
      let number = limit.value(in: limits)
      let value: ShownText = number == 0 ? "what is free" : "\(grouped: number)"
      try output.line("\(Gate.shown(limit.name)): \(value). \(Gate.shown(limit.summary))")
    }
    try output.flush()
  }
}

extension Limits {
  /// The limits as options set them.
  init(settings: [String]) throws(Failure) {
    self.init()
    for setting in settings {
      do {
        try set(setting)
      } catch {
        throw .usage(Self.words(error))
      }
    }
  }

  private static func words(_ error: LimitError) -> ShownText {
    switch error {
    case .notAPair(let text):
      "--set-limit \(Gate.shown(text)) has no number. Write a name, an equals sign and a number."
    case .unknownName(let name, let nearest):
      if let nearest {
        "There is no limit \(Gate.shown(name)). Did you mean \(Gate.shown(nearest))?"
      } else {
        "There is no limit \(Gate.shown(name)); casebook limits names them."
      }
    case .notANumber(let name, let value):
      "\(Gate.shown(value)) is no number for the limit \(Gate.shown(name)). Write one from 1."
    }
  }
}
