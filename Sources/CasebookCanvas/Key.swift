/// A key as the user means it.
public enum Key: Sendable, Hashable {
  /// A character typed, as one grapheme's scalars in order; never a control character.
  case character(Character)
  /// Control with a letter, in lower case.
  case control(Character)
  /// Alt (or ESC before) with a character, or with a key that sends a control character: Enter is
  /// U+000D, Backspace U+007F.
  case alt(Character)
  /// A function key, from 1.
  case function(Int)
  /// Keys with a name.
  case up, down, left, right, home, end, pageUp, pageDown, tab, backTab, enter, escape, backspace
  /// More keys with a name.
  case delete, insert
}
