extension Base16Scheme {
  /// The schemes of the files in `themes/`, so that the program works without those files.
  public static let builtIn: [Base16Scheme] = [
    Base16Scheme(
      .base16, "Casebook Dark", "dark", isDark: true,
      [
        0x15181C, 0x1D2126, 0x2C333B, 0x8A95A1, 0xA9B3BD, 0xD6DCE2, 0xE6EAEE, 0xF5F7F9,
        0xE8837A, 0xE09A5F, 0xD9BD6A, 0x8FBF7F, 0x6FC0BD, 0x7FB0EA, 0xC29BE0, 0xC09A7C,
      ]),
    Base16Scheme(
      .base16, "Casebook Light", "light", isDark: false,
      [
        0xFBFAF7, 0xF1EFE9, 0xDFDBD0, 0x6A675F, 0x55524B, 0x25272B, 0x17191C, 0x0B0C0E,
        0xA82A22, 0x94490A, 0x755600, 0x2F6B1F, 0x0D6767, 0x1A579F, 0x78389A, 0x734A2A,
      ]),
    Base16Scheme(
      .base24, "High Contrast Dark", "high-contrast-dark", isDark: true,
      [
        0x000000, 0x000000, 0x00005F, 0xD7D7D7, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF,
        0xFF8787, 0xFFAF5F, 0xFFFF87, 0x87FF87, 0x87FFFF, 0x87D7FF, 0xFFAFFF, 0xD7AF87,
        0x000000, 0x000000, 0xFFAFAF, 0xFFFF00, 0xAFFFAF, 0xAFFFFF, 0xAFD7FF, 0xFFD7FF,
      ]),
    Base16Scheme(
      .base24, "High Contrast Light", "high-contrast-light", isDark: false,
      [
        0xFFFFFF, 0xFFFFFF, 0xD7FFFF, 0x000000, 0x000000, 0x000000, 0x000000, 0x000000,
        0xAF0000, 0x870000, 0x5F00D7, 0x005F00, 0x005F5F, 0x0000D7, 0x870087, 0x5F0000,
        0xFFFFFF, 0xFFFFFF, 0x870000, 0xFFFF00, 0x005F00, 0x005F5F, 0x00005F, 0x5F005F,
      ]),
    Base16Scheme(
      .base16, "Colour-blind Safe", "colour-blind-safe", isDark: true,
      [
        0x101418, 0x191F25, 0x27323D, 0x8C98A4, 0xAEB8C2, 0xDDE3E9, 0xECF0F3, 0xF8FAFB,
        0xF93E46, 0xFF8B06, 0xF1F795, 0x607BF8, 0xB3D7FF, 0x6CB6FF, 0xFBB6B1, 0xC9A36A,
      ]),
  ]

  private init(
    _ system: System, _ name: String, _ slug: String, isDark: Bool, _ values: [UInt32]
  ) {
    self.system = system
    self.name = name
    author = "Casebook"
    self.slug = slug
    self.isDark = isDark
    colours = values.map { value in
      RGB(UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    }
  }
}
