import CasebookCanvas

/// What the bytes of a keyboard mean.
package enum InputEvent: Hashable {
  /// A key.
  case key(Key)
  /// Text that was pasted.
  case paste(String)
}

/// Turns the bytes a terminal sends into keys and pastes.
///
/// Sequences that are no key, as the answers of a terminal to questions somebody asked before, are
/// swallowed whole, so that no part of them is taken for a command. The grammar is ECMA-48's.
package struct InputDecoder {
  /// How long a silence decides what an unfinished sequence is.
  enum Pending: Hashable {
    /// Nothing is unfinished.
    case nothing
    /// A few milliseconds: Escape or Alt with a key, or the begin of a sequence.
    case key
    /// A moment: the rest of a sequence or of a paste is on its way.
    case rest
  }

  private enum State: Hashable {
    case ground
    /// After ESC.
    case escape
    /// After `ESC [` or `ESC O`, whose bytes are in `sequence`.
    case control
    /// In a string such as OSC or DCS; `sequence` has its first two bytes, and a third if longer.
    case string(escaped: Bool)
    /// Between a sequence's begin and its end, so many bytes that mean nothing.
    case skip(Int)
    case paste
  }

  private let sequences: KeySequences
  private var state = State.ground
  private var sequence: [UInt8] = []
  private var text = TypedText()
  private var paste = PastedText()
  private var events: [InputEvent] = []

  /// Makes a decoder for the keys that every terminal has.
  package init() {
    self.init(sequences: KeySequences())
  }

  /// Makes a decoder for a terminal's keys.
  init(sequences: KeySequences) {
    self.sequences = sequences
  }

  /// What silence would decide.
  var pending: Pending {
    switch state {
    case .ground: text.isUnfinished ? .rest : .nothing
    case .escape: .key
    case .control, .string: sequence.count <= 2 ? .key : .rest
    case .skip: .rest
    case .paste: paste.isEmpty ? .nothing : .rest
    }
  }

  /// The events of bytes read in one piece.
  package mutating func decode(_ bytes: some Collection<UInt8>) -> [InputEvent] {
    if state == .paste, bytes.elementsEqual([Byte.interrupt]) {
      // Typed, not pasted: the way out of a paste whose end never comes.
      finishPaste()
    }
    for byte in bytes { take(byte) }
    if !text.isUnfinished { endText() }
    return takeEvents()
  }

  /// The events of what is unfinished after a silence.
  package mutating func flush() -> [InputEvent] {
    switch state {
    case .ground, .skip: break
    case .escape: emit(.escape)
    case .control, .string:
      if sequence.count == 2 { emit(.alt(Character(Unicode.Scalar(sequence[1])))) }
    case .paste:
      emitPaste()
      return takeEvents()
    }
    text.dropUnfinished()
    endText()
    state = .ground
    return takeEvents()
  }

  // MARK: - Bytes by state

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: takeGround(byte)
    case .escape: takeEscape(byte)
    case .control: takeControl(byte)
    case .string(let escaped): takeString(byte, escaped: escaped)
    case .skip(let count): state = count > 1 ? .skip(count - 1) : .ground
    case .paste: takePaste(byte)
    }
  }

  private mutating func takeGround(_ byte: UInt8) {
    if byte >= 0x20, byte != Byte.delete {
      text.take(byte).forEach { emitCharacter($0) }
      return
    }
    text.dropUnfinished()
    endText()
    if byte == Byte.escape {
      state = .escape
    } else {
      emit(ControlKeys.key(of: byte))
    }
  }

  private mutating func takeEscape(_ byte: UInt8) {
    sequence = [Byte.escape, byte]
    if let key = sequences[sequence] {
      state = .ground
      emit(key)
      return
    }
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      state = .control
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      state = .string(escaped: false)
    case Byte.escape:
      emit(.escape)
    case 0..<0x20, Byte.delete:
      emit(.escape)
      state = .ground
      takeGround(byte)
    default:
      state = .ground
      text.isAlt = true
      takeGround(byte)
    }
  }

  private mutating func takeControl(_ byte: UInt8) {
    guard (0x20..<0x7F).contains(byte) else {
      // Broken off: what follows stands for itself.
      state = .ground
      takeGround(byte)
      return
    }
    if sequence.count < ControlSequence.longest { sequence.append(byte) }
    if sequence == ControlSequence.linuxFunction {
      return
    }
    if let key = sequences[sequence], !ControlSequence.isReport(sequence) {
      state = .ground
      emit(key)
    } else if ControlSequence.isFinal(byte, in: sequence) {
      state = .ground
      takeSequence()
    }
  }

  private mutating func takeSequence() {
    switch ControlSequence.meaning(of: sequence) {
    case .key(let key): emit(key)
    case .pasteBegin: state = .paste
    case .skip(let count): state = .skip(count)
    case .nothing: break
    }
  }

  private mutating func takeString(_ byte: UInt8, escaped: Bool) {
    if sequence.count == 2 { sequence.append(byte) }
    if byte == Byte.bell || byte == Byte.cancel || escaped && byte == UInt8(ascii: "\\") {
      state = .ground
    } else if escaped {
      // ESC ends a string; what follows it begins something new.
      state = .escape
      takeEscape(byte)
    } else {
      state = .string(escaped: byte == Byte.escape)
    }
  }

  private mutating func takePaste(_ byte: UInt8) {
    switch paste.take(byte) {
    case .more: break
    case .full: emitPaste()
    case .end: finishPaste()
    }
  }

  // MARK: - Events

  private mutating func emit(_ key: Key?) {
    if let key { events.append(.key(key)) }
  }

  private mutating func emitCharacter(_ typed: TypedText.Typed) {
    emit(typed.isAlt ? .alt(typed.character) : .character(typed.character))
  }

  private mutating func endText() {
    if let typed = text.end() { emitCharacter(typed) }
  }

  private mutating func emitPaste() {
    let pasted = paste.end()
    if !pasted.isEmpty { events.append(.paste(pasted)) }
  }

  private mutating func finishPaste() {
    emitPaste()
    state = .ground
  }

  private mutating func takeEvents() -> [InputEvent] {
    defer { events = [] }
    return events
  }
}

/// Bytes with a name.
enum Byte {
  static let interrupt: UInt8 = 0x03
  static let bell: UInt8 = 0x07
  static let cancel: UInt8 = 0x18
  static let escape: UInt8 = 0x1B
  static let delete: UInt8 = 0x7F
}
