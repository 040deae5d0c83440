extension TextField {
  /// Edits as a key says, as shells do.
  ///
  /// - Returns: Whether the key means something here; others are the caller's.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace, .control("h"): deleteBackward()
    case .delete, .control("d"): deleteForward()
    case .left, .control("b"): moveLeft()
    case .right, .control("f"): moveRight()
    case .home, .control("a"): moveToStart()
    case .end, .control("e"): moveToEnd()
    case .control("w"), .alt("\u{7F}"): deleteWordBackward()
    case .control("u"): deleteToStart()
    case .control("k"): deleteToEnd()
    case .alt("b"): moveWordLeft()
    case .alt("f"): moveWordRight()
    default: return false
    }
    return true
  }
}
