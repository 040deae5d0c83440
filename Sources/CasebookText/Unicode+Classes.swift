extension Unicode.Scalar {
  /// Whether the scalar is U+200C or U+200D.
  var isJoiner: Bool { value == 0x200C || value == 0x200D }

  /// Whether the scalar picks a shape of the one before it.
  var isVariationSelector: Bool {
    switch value {
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D, 0x180F: true
    default: false
    }
  }

  /// Whether the scalar is an emoji, without the ASCII digits and signs of keycaps.
  var isPictorial: Bool { value > 0xFF && properties.isEmoji }

  /// Whether the scalar belongs to a script whose words need joiners to be spelled right: Arabic,
  /// Syriac and Mongolian families, and the scripts of Brahmi's descent.
  var isOfJoiningScript: Bool {
    switch value {
    case 0x0600...0x08FF, 0x0900...0x0DFF, 0x0F00...0x109F, 0x1700...0x18AF, 0x1900...0x1CFF,
      0xA800...0xABFF, 0xFB50...0xFDCF, 0xFDF0...0xFDFF, 0xFE70...0xFEFC, 0x10A00...0x10AFF,
      0x10E80...0x10FFF, 0x11000...0x11FFF:
      true
    default: false
    }
  }

  /// The letter that a regional indicator stands for.
  var regionalLetter: Unicode.Scalar? {
    guard (0x1F1E6...0x1F1FF).contains(value) else { return nil }
    return Unicode.Scalar(value - 0x1F1E6 + 0x41)
  }
}

/// What the gate does with a scalar.
enum ScalarClass: Equatable {
  /// Shown as it is.
  case plain
  /// Shown on the base before it.
  case mark
  /// A joiner or variation selector: shown as it is only where a word or emoji needs it.
  case contextual
  /// Shown as one blank.
  case tab
  /// Shown as an escape.
  case escaped(Escape.Kind)

  /// The class of a scalar.
  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0x09: self = .tab
    case 0x0A, 0x0D, 0x2028, 0x2029: self = .escaped(.lineBreak)
    case 0x00...0x1F, 0x7F...0x9F: self = .escaped(.control)
    case 0x20...0xAC, 0xAE...0x2FF: self = .plain
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      self = .escaped(.bidirectional)
    case _ where scalar.isJoiner || scalar.isVariationSelector: self = .contextual
    case _ where Self.isBlankLetter(value): self = .escaped(.invisible)
    default: self.init(category: scalar.properties.generalCategory, of: scalar)
    }
  }

  private init(category: Unicode.GeneralCategory, of scalar: Unicode.Scalar) {
    switch category {
    case .control: self = .escaped(.control)
    case .privateUse: self = .escaped(.privateUse)
    case .unassigned, .surrogate: self = .escaped(.unassigned)
    default:
      switch DisplayWidth.columns(of: scalar) {
      case nil: self = .escaped(.unassigned)
      case 0?: self = category == .format ? .escaped(.invisible) : .mark
      default: self = .plain
      }
    }
  }

  /// Letters, marks and symbols without ink, and the stand-in for an object that is not there.
  private static func isBlankLetter(_ value: UInt32) -> Bool {
    switch value {
    case 0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0xFFFC, 0x1D159:
      true
    default: false
    }
  }
}
