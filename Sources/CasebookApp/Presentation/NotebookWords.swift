import CasebookCore
import CasebookText

/// The notebook in words.
package enum NotebookWords {
  /// Why a change is not kept, as a sentence that says what to do.
  package static func notKept(_ failure: NotebookFailure) -> ShownText {
    "Not saved: \(reason(failure)). It holds in this session."
  }

  /// Why the notebook cannot be used.
  package static func reason(_ failure: NotebookFailure) -> ShownText {
    switch failure {
    case .noPlace: "no folder for it is known, HOME is not set"
    case .turnedOff: "this session keeps nothing"
    case .cannotWrite(let path, let code): "\(Gate.shown(path)): \(FileErrorWords.reason(code))"
    case .diskFull(let path): "\(Gate.shown(path)): the disk is full"
    case .busy(let path): "\(Gate.shown(path)) is in use by another program"
    case .otherOwner(let path): "\(Gate.shown(path)) belongs to another user"
    case .damaged(let path, let copy): "\(Gate.shown(path)) is damaged\(aside(copy))"
    case .laterVersion(let path, let copy):
      "\(Gate.shown(path)) was written by a later version of casebook\(aside(copy))"
    }
  }

  private static func aside(_ copy: String?) -> ShownText {
    copy.map { ", a copy is \(Gate.shown($0))" } ?? ""
  }
}
