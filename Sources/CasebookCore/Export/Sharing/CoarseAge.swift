/// Ages that say no more than a band of years.
public enum CoarseAge {
  /// The width of a band from 25 on, in years.
  private static let width = 10
  /// The age from which on all are one band.
  private static let last = 65
  private static let possible = 0...130

  /// The bands: under 18, 18-24, then ten years each, 65 and over.
  public static let bands =
    ["under 18", "18-24"]
    + stride(from: 25, to: last, by: width).map { "\($0)-\($0 + width - 1)" }
    + ["\(last) and over"]

  /// The band of an age in years such as `26`, `26.5`, `26 years old` or `25-34`.
  ///
  /// - Returns: One of ``bands``; `nil` if the text is not an age, or spans several bands.
  public static func band(_ written: String) -> String? {
    let text = written.trimmed.lowercased()
    if bands.contains(text) { return text }
    let parts = text.split { " -–".contains($0) }
    let ages = parts.prefix { $0.first?.isNumber == true }.map(age)
    guard text.first?.isNumber == true, (1...2).contains(ages.count),
      parts.dropFirst(ages.count).allSatisfy({ Self.words.contains(String($0)) })
    else { return nil }
    let bands = Set(ages.map { $0.flatMap(band(of:)) })
    return bands.count == 1 ? bands.first ?? nil : nil
  }

  private static let words: Set<String> = ["y", "yr", "yrs", "year", "years", "old"]

  /// The whole years of an age that may have a fraction.
  private static func age(_ text: Substring) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ $0.count <= 3 && Int($0) != nil }) else {
      return nil
    }
    return Int(parts[0])
  }

  private static func band(of age: Int) -> String? {
    guard possible.contains(age) else { return nil }
    if age < 18 { return bands[0] }
    if age < 25 { return bands[1] }
    return bands[min(2 + (age - 25) / width, bands.count - 1)]
  }
}
