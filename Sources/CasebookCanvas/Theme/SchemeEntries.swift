/// The entries of a scheme file, checked one by one.
struct SchemeEntries {
  private var texts: [String: SchemeEntry] = [:]
  private var colours: [Int: RGB] = [:]
  private var isInPalette = false

  private static let textKeys: Set<String> = [
    "system", "name", "scheme", "slug", "author", "variant", "description", "palette",
  ]

  /// Adds the next entry.
  mutating func add(_ entry: SchemeEntry) throws(SchemeError) {
    if entry.isIndented, !isInPalette { throw entry.atKey(.wrongIndent) }
    if let number = Self.colourNumber(entry.key) {
      return try addColour(number, entry)
    }
    guard Self.textKeys.contains(entry.key) else { throw entry.atKey(.unknownKey(entry.key)) }
    if entry.isIndented { throw entry.atKey(.wrongIndent) }
    guard texts.updateValue(entry, forKey: entry.key) == nil else {
      throw entry.atKey(.duplicateKey(entry.key))
    }
    isInPalette = entry.key == "palette"
    if isInPalette != entry.value.isEmpty {
      throw entry.atValue(isInPalette ? .notKeyAndValue : .missingValue(entry.key))
    }
  }

  /// Makes the scheme of all entries.
  func scheme(lastLine: Int) throws(SchemeError) -> Base16Scheme {
    func missing(_ key: String) -> SchemeError {
      SchemeError(line: lastLine, column: 1, problem: .missingKey(key))
    }
    guard let name = texts["name"] ?? texts["scheme"] else { throw missing("name") }
    let system = try system()
    var palette: [RGB] = []
    for number in 0..<(system == .base24 ? 24 : 16) {
      guard let colour = colours[number] else { throw missing(Self.key(ofColour: number)) }
      palette.append(colour)
    }
    return Base16Scheme(
      system: system, name: name.value, author: texts["author"]?.value ?? "",
      slug: texts["slug"]?.value ?? Self.slug(of: name.value),
      isDark: try isDark(palette), colours: palette)
  }

  // MARK: - Colours

  private mutating func addColour(_ number: Int, _ entry: SchemeEntry) throws(SchemeError) {
    if entry.isIndented != isInPalette { throw entry.atKey(.wrongIndent) }
    if entry.value.isEmpty { throw entry.atValue(.missingValue(entry.key)) }
    guard let colour = RGB(hexadecimal: entry.value) else {
      throw entry.atValue(.notAColour(entry.value))
    }
    guard colours.updateValue(colour, forKey: number) == nil else {
      throw entry.atKey(.duplicateKey(entry.key))
    }
  }

  private static func colourNumber(_ key: String) -> Int? {
    guard key.hasPrefix("base"), key.utf8.count == 6 else { return nil }
    return Int(key.dropFirst(4), radix: 16).flatMap { $0 < 24 ? $0 : nil }
  }

  private static func key(ofColour number: Int) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return "base" + (number < 16 ? "0" : "") + digits
  }

  // MARK: - Choices

  private func system() throws(SchemeError) -> Base16Scheme.System {
    guard let entry = texts["system"] else {
      return colours.keys.contains { $0 > 15 } ? .base24 : .base16
    }
    guard let system = Base16Scheme.System(rawValue: entry.value) else {
      throw entry.atValue(.unknownChoice(entry.value))
    }
    return system
  }

  private func isDark(_ palette: [RGB]) throws(SchemeError) -> Bool {
    guard let entry = texts["variant"] else { return palette[0].luminance < palette[5].luminance }
    guard ["dark", "light"].contains(entry.value) else {
      throw entry.atValue(.unknownChoice(entry.value))
    }
    return entry.value == "dark"
  }

  /// Letters and digits in lower case, with a hyphen for each run of others.
  private static func slug(of name: String) -> String {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }
}
