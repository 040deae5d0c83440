/// What the first rows of a table show of one column.
struct ColumnSample: Sendable {
  /// The name of the column.
  let name: String
  /// The words of the name in small letters: `BookIn Date_Time` is `book in date time`.
  let words: [String]
  /// How many rows have a value; blanks, words for nothing and redactions are none.
  private(set) var writtenCount = 0
  /// How many of them are dates with a day.
  private(set) var dateCount = 0
  /// How many are whole numbers that may be days of a spreadsheet, from 1954 to 2064.
  private(set) var serialCount = 0
  /// How many have no blank inside.
  private(set) var wordCount = 0
  /// How many have a letter or are not a number for some other reason.
  private(set) var textCount = 0
  /// What the dates show of the order of day and month.
  private(set) var order = DateOrderEvidence()
  /// A date whose order of day and month shows, as written; `nil` if there is none.
  private(set) var telling: String?
  /// How often each value occurs; values after the first ``mostValues`` are only counted.
  private(set) var values: [String: Int] = [:]
  /// Whether there are more different values than are kept.
  private(set) var hasMoreValues = false
  /// Bytes of the longest value.
  private(set) var longest = 0

  /// How many different values are kept.
  static let mostValues = 5_000
  /// Longer cells are texts, whose values are not compared.
  static let longestValue = 80
  /// No date of a table has more bytes.
  private static let longestDate = 40

  /// Begins a sample.
  init(_ name: String) {
    self.name = name
    words = Self.words(of: name)
  }

  /// Adds the value of a row, without blanks around it; it is not empty and not redacted.
  mutating func note(_ bytes: UnsafeRawBufferPointer) {
    writtenCount += 1
    longest = max(longest, bytes.count)
    if !bytes.contains(ASCII.blank) { wordCount += 1 }
    let isNumber = bytes.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    if !isNumber { textCount += 1 }
    if Self.isDate(bytes) {
      dateCount += 1
      let before = order
      order.note(bytes)
      if telling == nil,
        order.hasDayFirst != before.hasDayFirst || order.hasMonthFirst != before.hasMonthFirst
      {
        telling = String(decoding: bytes, as: UTF8.self)
      }
    } else if isNumber, let number = Int(String(decoding: bytes.prefix(5), as: UTF8.self)),
      bytes.count == 5 || bytes.count > 6 && bytes[5] == UInt8(ascii: "."),
      (20_000...60_000).contains(number)
    {
      serialCount += 1
    }
    guard bytes.count <= Self.longestValue else {
      hasMoreValues = true
      return
    }
    let value = String(decoding: bytes, as: UTF8.self)
    if let count = values[value] {
      values[value] = count + 1
    } else if values.count < Self.mostValues {
      values[value] = 1
    } else {
      hasMoreValues = true
    }
  }

  /// Whether the column holds dates: four in five values are, or it has none yet and its name says
  /// so. Numbers are days of a spreadsheet only if the name speaks of a date.
  var isDates: Bool {
    let isNamed = words.contains("date") || words.contains("dates")
    if writtenCount == 0 { return isNamed }
    if dateCount * 5 >= writtenCount * 4 { return true }
    return isNamed && (dateCount + serialCount) * 5 >= writtenCount * 4
  }

  /// Whether it has a few values that repeat, such as kinds or states.
  var isCategory: Bool {
    !isDates && !hasMoreValues && values.count > 1 && values.count <= 24
      && writtenCount >= 2 * values.count && textCount * 2 > writtenCount
  }

  /// Whether it mostly says yes or no.
  var isFlag: Bool {
    guard !hasMoreValues, values.count <= 24 else { return false }
    let flags = values.filter {
      ["yes", "no", "y", "n", "true", "false"].contains($0.key.lowercased())
    }
    return writtenCount > 0 && flags.map(\.value).reduce(0, +) * 2 > writtenCount
  }

  /// Whether all rows that have a value have the same one.
  var isConstant: Bool { values.count == 1 && !hasMoreValues && writtenCount > 1 }

  /// The values, most frequent first, equal counts in the order of the letters.
  var frequentValues: [(value: String, count: Int)] {
    values.map { (value: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }

  /// Whether a value is a date with its day, in any notation that tables are read in.
  static func isDate(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard (6...longestDate).contains(bytes.count),
      bytes.contains(where: { (0x30...0x39).contains($0) })
    else { return false }
    let isParted = bytes.count { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") } >= 2
    let isNamed = bytes.contains { ASCII.isCapitalLetter($0 & 0xDF) }
    guard isParted || isNamed else { return false }
    if isParted, DateSpan.parse(bytes) != nil { return true }
    return DateOrder.allCases.contains { order in
      guard case .converted = TableDate(bytes, order: order, firstYear: 1930) else { return false }
      return true
    }
  }

  /// The words of a name in small letters; a capital behind a small letter begins a word.
  static func words(of name: String) -> [String] {
    var parted = ""
    var isSmall = false
    for scalar in name.unicodeScalars {
      if isSmall, scalar.properties.isUppercase { parted += " " }
      isSmall = scalar.properties.isLowercase
      parted.unicodeScalars.append(scalar)
    }
    return TableHeader.key(parted).split(separator: "_").map(String.init)
  }
}
