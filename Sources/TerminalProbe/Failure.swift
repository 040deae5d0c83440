import CTesting
import Glibc

/// The ways to go down, by the keys that ask for them.
enum Failure: Character {
  case segmentation = "S"
  case bus = "B"
  case illegal = "I"
  case trap = "T"
  case arithmetic = "F"
  case abort = "A"
  case system = "Y"
  case overflow = "M"
  case otherThread = "t"
  case overflowElsewhere = "O"
  case kill = "K"
  case fatalError = "f"
  case index = "i"

  init?(key: Character) {
    self.init(rawValue: key)
  }

  func happen() {
    switch self {
    case .segmentation: cts_fail(.segv, false)
    case .bus: cts_fail(.bus, false)
    case .illegal: cts_fail(.ill, false)
    case .trap: cts_fail(.trap, false)
    case .arithmetic: cts_fail(.fpe, false)
    case .abort: cts_fail(.abort, false)
    case .system: cts_fail(.sys, false)
    case .overflow: cts_fail(.overflow, false)
    case .otherThread: cts_fail(.segv, true)
    case .overflowElsewhere: cts_fail(.overflow, true)
    case .kill: Glibc.kill(getpid(), SIGKILL)
    case .fatalError: Swift.fatalError("as asked")
    case .index: _ = [1][CommandLine.arguments.count + 1]
    }
  }
}
