import CasebookCanvas

/// What the bytes of a keyboard mean.
package enum InputEvent: Hashable {
  /// A key.
  case key(Key)
  /// Text that was pasted, or a piece of it.
  case paste(String)
  /// The paste ended without its end mark; its text came before as ``paste(_:)``.
  case pasteWithoutEnd
  /// The Escape reported last was no key: its byte began a sequence whose rest came late.
  case escapeTakenBack
}

/// Turns the bytes a terminal sends into keys and pastes.
///
/// The grammar is ECMA-48's. A sequence that is no key, such as a terminal's reply to a question
/// that another program asked, is swallowed whole, so that no part of it acts as a command. ESC
/// before a character, Enter or Backspace is Alt with that key.
package struct InputDecoder {
  /// What a silence would decide; it determines how long the silence has to last.
  package enum Pending: Hashable {
    /// Nothing is unfinished.
    case nothing
    /// An ESC: either the Escape key or the start of a sequence.
    case escape
    /// The rest of a sequence or of a character.
    case rest
    /// The end of a paste.
    case pasteEnd
  }

  private enum State: Hashable {
    case ground
    /// After one or more ESC, which are the Escape key if nothing follows.
    case escape(count: Int)
    /// After a silence decided that an ESC was the Escape key; the rest of a sequence may still
    /// come.
    case lateRest
    /// After `ESC [` or `ESC O`, whose bytes are in `sequence`.
    case control
    /// In a string such as OSC or DCS.
    case string(escaped: Bool)
    /// Between the start of a sequence and its end: this many bytes are ignored.
    case skip(Int)
    case paste
  }

  /// A read of at least this many bytes is no typing: 8 keys in one read are more than a hand makes.
  package static let burst = 8

  private let sequences: KeySequences
  private var state = State.ground
  private var sequence: [UInt8] = []
  private var text = TypedText()
  private var paste = PastedText()
  /// Whether a paste was ended without its end mark, which may still come.
  private var awaitsPasteEnd = false
  private var events: [InputEvent] = []

  /// Makes a decoder for the keys that every terminal has.
  package init() {
    self.init(sequences: KeySequences())
  }

  /// Makes a decoder for a terminal's keys.
  init(sequences: KeySequences) {
    self.sequences = sequences
  }

  /// What a silence would decide now.
  package var pending: Pending {
    switch state {
    case .ground: text.isUnfinished ? .rest : .nothing
    case .escape: .escape
    case .control, .string, .skip, .lateRest: .rest
    case .paste: paste.endsInTypedEscape ? .rest : .pasteEnd
    }
  }

  /// Decodes the bytes of one read.
  package mutating func decode(_ bytes: some Collection<UInt8>) -> [InputEvent] {
    if state == .lateRest {
      state = .ground
      if LateRest.isLikely(bytes) {
        events.append(.escapeTakenBack)
        state = .escape(count: 1)
      }
    }
    if state == .paste, bytes.elementsEqual([Byte.interrupt]) {
      // Typed, not pasted: the way out of a paste whose end never comes.
      cutPaste()
      return takeEvents()
    }
    if awaitsPasteEnd, state == .ground {
      // Fewer bytes are keys: a hand is typing again.
      awaitsPasteEnd = isLatePaste(bytes)
      if awaitsPasteEnd { state = .paste }
    }
    for byte in bytes { take(byte) }
    if state == .paste { paste.noteRead(isEscape: bytes.elementsEqual([Byte.escape])) }
    if !text.isUnfinished { endText() }
    return takeEvents()
  }

  /// Decides what is unfinished, after the silence that ``pending`` asks for. What was begun and is
  /// no key is dropped.
  package mutating func flush() -> [InputEvent] {
    switch state {
    case .ground, .skip, .control, .string, .lateRest: state = .ground
    case .escape(let count):
      for _ in 0..<count { emit(.escape) }
      state = .lateRest
    case .paste: cutPaste()
    }
    text.dropUnfinished()
    endText()
    return takeEvents()
  }

  // MARK: - Bytes by state

  /// The most presses of Escape that are reported after one silence.
  private static let mostEscapes = 8

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: takeGround(byte)
    case .escape(let count): takeEscape(byte, after: count)
    case .lateRest: takeGround(byte)
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
    state = .ground
    if byte == Byte.escape {
      state = .escape(count: 1)
    } else {
      emit(ControlKeys.key(of: byte))
    }
  }

  /// Takes the byte after ESC. More than one ESC before a sequence or a key is Alt with it.
  private mutating func takeEscape(_ byte: UInt8, after count: Int = 1) {
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
      state = .escape(count: min(count + 1, Self.mostEscapes))
    case 0..<0x20, Byte.delete:
      state = .ground
      emit(.alt(Character(Unicode.Scalar(byte))))
    default:
      state = .ground
      text.isAlt = true
      takeGround(byte)
    }
  }

  private mutating func takeControl(_ byte: UInt8) {
    guard ControlSequence.canContinue(sequence, with: byte) else {
      // Broken off: the byte is one by itself.
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
    case .pasteEnd: awaitsPasteEnd = false
    case .skip(let count): state = .skip(count)
    case .nothing: break
    }
  }

  private mutating func takeString(_ byte: UInt8, escaped: Bool) {
    if byte == Byte.bell || byte == Byte.cancel || escaped && byte == UInt8(ascii: "\\") {
      state = .ground
    } else if escaped {
      // ESC ends a string; what follows it begins something new.
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
    awaitsPasteEnd = false
    state = .ground
  }

  /// Ends a paste without its end mark.
  private mutating func cutPaste() {
    paste.dropTypedEscape()
    finishPaste()
    awaitsPasteEnd = true
    events.append(.pasteWithoutEnd)
  }

  /// Whether bytes are the rest of a paste that was ended without its end mark, and not keys.
  private func isLatePaste(_ bytes: some Collection<UInt8>) -> Bool {
    PastedText.containsEnd(bytes) || bytes.count >= Self.burst && bytes.first != Byte.escape
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
