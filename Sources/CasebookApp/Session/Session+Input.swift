import CasebookCanvas
import CasebookText

/// Keys that come together, pastes, and what a slow line does to both.
extension Session {
  /// Does what keys ask for that were read together, in order. Nothing is drawn between them.
  ///
  /// Characters that follow each other in the line being typed are one change of it. Text that only
  /// a paste without marks can be is text as a whole and runs nothing; see ``PastedKeys``.
  package func press(together keys: [Key]) {
    if state.prompt == nil, PastedKeys.isText(keys) { return paste(PastedKeys.text(of: keys[...])) }
    var left = keys[...]
    while let key = left.first {
      guard state.prompt != nil else {
        press(key)
        left = left.dropFirst()
        continue
      }
      if PastedKeys.hasLines(left) { return takePasted(PastedKeys.text(of: left), of: left.count) }
      let run = left.prefix { $0.typedCharacter != nil }
      if run.count > 1 {
        enter(PastedKeys.text(of: run))
        left = left.dropFirst(run.count)
      } else {
        press(key)
        left = left.dropFirst()
      }
    }
  }

  /// Takes pasted text into the line being typed; elsewhere it changes nothing, and says so.
  package func paste(_ text: String) {
    beforeEscape = nil
    guard state.prompt != nil else {
      return send(.said(Message(.information, InputWords.nothingTyped)))
    }
    enter(text)
  }

  /// Ends a paste whose end mark did not come.
  package func endPaste() {
    let words = state.prompt == nil ? InputWords.keysAgain : InputWords.pasteWithoutEnd
    send(.said(Message(.information, words)))
  }

  /// Takes back the Escape that was pressed last: it was the start of a sequence.
  package func takeBackEscape() {
    guard let moment = beforeEscape else { return }
    beforeEscape = nil
    send(.escapeTakenBack(moment))
  }

  private func takePasted(_ text: String, of count: Int) {
    enter(text)
    send(.said(Message(.information, InputWords.takenAsPaste(count))))
  }

  private func enter(_ text: String) {
    silence()
    send(.prompt(.pasted(text)))
    send(.history(.settled))
  }
}

/// Tells pasted text without marks from typed keys.
///
/// A terminal that does not mark pastes sends them as if they were typed, but in one piece. Text
/// that is read in one piece is a paste
///
/// - in the line being typed, if it is 8 keys or more, and at least two of them, one of them a
///   character, follow the first line end;
/// - elsewhere, if it is 32 keys or more, with a line end or a blank among them, and no single key
///   held down.
///
/// In both cases it contains characters, tabs and line ends alone.
enum PastedKeys {
  /// More keys than a hand types while the program draws once.
  private static let leastInLine = 8
  /// More keys than anybody types ahead.
  private static let leastElsewhere = 32

  /// Whether keys for the line being typed are pasted text that goes on behind a line end.
  static func hasLines(_ keys: ArraySlice<Key>) -> Bool {
    guard keys.count >= leastInLine, keys.last?.isText == true,
      let end = keys.firstIndex(of: .enter)
    else { return false }
    let after = keys[end...].dropFirst()
    return after.count > 1 && after.contains { $0.typedCharacter != nil }
      && keys.allSatisfy(\.isText)
  }

  /// Whether keys outside of a line being typed are pasted text.
  static func isText(_ keys: [Key]) -> Bool {
    keys.count >= leastElsewhere && keys.allSatisfy(\.isText)
      && keys.contains { $0 == .enter || $0 == .character(" ") }
      && keys.contains { $0 != keys[0] }
  }

  /// The text that the keys type.
  static func text(of keys: ArraySlice<Key>) -> String {
    var text = ""
    for key in keys {
      switch key {
      case .character(let character): text.append(character)
      case .enter: text += "\n"
      case .tab: text += "\t"
      default: break
      }
    }
    return text
  }
}

extension Key {
  /// The character that the key types, or `nil` if it types none.
  var typedCharacter: Character? {
    if case .character(let character) = self { character } else { nil }
  }

  /// Whether pasted text can contain it.
  fileprivate var isText: Bool { typedCharacter != nil || self == .enter || self == .tab }
}
