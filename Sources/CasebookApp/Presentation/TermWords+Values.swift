import CasebookCore
import CasebookText

/// What values are compared with, in words.
extension TermWords {
  /// "outcome is declined", "age is 18 to 25", "detainer in October 2023".
  func words(_ test: FieldTest, _ isNegated: Bool) -> ShownText {
    let certain: ShownText = test.isCertain ? "certain " : ""
    let subject: ShownText = "\(certain)\(name(test.name.text))"
    if let times = test.values.map({ $0.pattern == nil ? time(test, $0.text) : nil }).whole {
      let joined = times.joined(separator: " or ")
      // A field that is no date by its name "is" on a day.
      let verb: ShownText = isOfDates(test) ? "" : " is"
      return "\(subject)\(verb)\(isNegated ? " not" : "") \(joined)"
    }
    let isText = types.contains(test.name.text)
    let values = test.values.map { isText ? literal($0) : value($0, test) }
      .joined(separator: " or ")
    return "\(subject) \(verb(test, isNegated)) \(values)"
  }

  /// Whether what is compared are days by the name.
  private func isOfDates(_ test: FieldTest) -> Bool {
    types.contains(test.name.text) || test.isCertain || Self.isDay(test.name.text)
  }

  private func verb(_ test: FieldTest, _ isNegated: Bool) -> ShownText {
    switch test.comparison {
    case .matches where test.values.contains { $0.pattern != nil }:
      isNegated ? "does not fit" : "fits"
    case .matches where isNamed(test.name.text) || test.values.allSatisfy { isRange($0.text) }:
      isNegated ? "is not" : "is"
    case .matches: isNegated ? "does not have" : "has"
    case .equals where isClosed(test): isNegated ? "is not" : "is"
    case .equals: isNegated ? "is not exactly" : "is exactly"
    case .less: isNegated ? "is not below" : "is below"
    case .lessOrEqual: isNegated ? "is not at most" : "is at most"
    case .greater: isNegated ? "is not above" : "is above"
    case .greaterOrEqual: isNegated ? "is not at least" : "is at least"
    }
  }

  /// Whether the values of a field are names of a few states, and not texts that hold a word.
  private func isNamed(_ field: String) -> Bool {
    ["outcome", "status", "type", "kind", "sex"].contains {
      field == $0 || field.hasSuffix(".\($0)")
    }
  }

  /// Whether the values are codes of a closed list, which are never part of another value.
  private func isClosed(_ test: FieldTest) -> Bool {
    let field = test.name.text.split(separator: ".").last
    let list = field == "outcome" ? Vocabulary.detainerOutcomes : Vocabulary.chargeStatuses
    guard field == "outcome" || field == "charge_status" else { return false }
    return test.values.allSatisfy { list.contains($0.text) && $0.text != "unknown" }
  }

  // MARK: - Ranges

  /// The two ends of `18..25`, either perhaps empty.
  private func ends(_ text: String) -> (low: String, high: String)? {
    guard let dots = text.firstRange(of: ".."), text.count > 2 else { return nil }
    return (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
  }

  private func isRange(_ text: String) -> Bool {
    guard let (low, high) = ends(text) else { return span(text) != nil }
    return [low, high].allSatisfy { $0.isEmpty || Double($0) != nil || span($0) != nil }
  }

  /// "the pattern "^ct"", or the text in quotation marks.
  private func literal(_ value: WrittenValue) -> ShownText {
    value.pattern.map { "the pattern \(literal($0))" } ?? literal(value.text)
  }

  /// "the pattern "^ct"", or the value in words.
  private func value(_ value: WrittenValue, _ test: FieldTest) -> ShownText {
    if value.pattern != nil { return literal(value) }
    if test.comparison == .equals, !isClosed(test) { return literal(value.text) }
    return self.value(value.text)
  }

  /// "18 to 25", "at least 18", "30 to 60 days", or the value as written.
  private func value(_ text: String) -> ShownText {
    guard isRange(text), let (low, high) = ends(text) else { return number(text) }
    if low.isEmpty { return "at most \(number(high))" }
    if high.isEmpty { return "at least \(number(low))" }
    if let from = span(low), let to = span(high), from.unit == to.unit {
      return "\(from.amount) to \(length(to))"
    }
    return "\(number(low)) to \(number(high))"
  }

  private func number(_ text: String) -> ShownText {
    span(text).map { length($0) } ?? (isPlain(text) ? Gate.shown(text) : literal(text))
  }

  /// Whether a value is a single word, or a number, that is read back without quotation marks.
  private func isPlain(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    let isWord =
      !text.isEmpty
      && scalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "_-.".unicodeScalars.contains(scalar)
      }
    return isWord && !text.hasPrefix("-") && !Phrase.isReserved(text)
  }

  // MARK: - Dates

  /// "in 2023", "between October 2023 and February 2024", "in the last 30 days"; nothing where
  /// the value is no time.
  private func time(_ test: FieldTest, _ text: String) -> ShownText? {
    let isOfDates = self.isOfDates(test)
    if isOfDates, let span = span(text), let ago = ago(test.comparison, span) { return ago }
    guard isOfDates || text.dropFirst(4).contains("-") else { return nil }
    if let (low, high) = ends(text) {
      guard let from = date(low), let to = date(high) else { return nil }
      if low.isEmpty { return "until \(to)" }
      return high.isEmpty ? "since \(from)" : "between \(from) and \(to)"
    }
    guard !text.isEmpty, let date = date(text) else { return nil }
    switch test.comparison {
    case .matches: return "\(text.count < 10 ? "in" : "on") \(date)"
    case .equals: return "written \(literal(text))"
    case .less: return "before \(date)"
    case .lessOrEqual: return "until \(date)"
    case .greater: return "after \(date)"
    case .greaterOrEqual: return "since \(date)"
    }
  }

  private func date(_ text: String) -> ShownText? {
    if text.isEmpty { return "" }
    guard let date = try? CalendarDate(text) else { return nil }
    // What is uncertain, a season or an interval is read back as it is written.
    let isPlain = text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || 0x30...0x39 ~= $0 }
    let month = Int(text.dropFirst(5).prefix(2)) ?? 1
    return isPlain && month <= 12 ? DateText.words(date, dates) : literal(text)
  }

  private func ago(_ comparison: Comparison, _ span: CalendarSpan) -> ShownText? {
    switch comparison {
    case .less: "in the last \(length(span))"
    case .lessOrEqual: "at most \(length(span)) ago"
    case .greater: "before the last \(length(span))"
    case .greaterOrEqual: "at least \(length(span)) ago"
    case .matches, .equals: nil
    }
  }

  // MARK: - Lengths and numbers of times

  /// "within 90 days", behind a step.
  func bound(_ bound: GapBound) -> ShownText {
    switch bound.comparison {
    case .lessOrEqual: "within \(length(bound.span))"
    case .less: "in less than \(length(bound.span))"
    case .greater: "after more than \(length(bound.span))"
    case .greaterOrEqual: "after at least \(length(bound.span))"
    case .matches, .equals: "after \(length(bound.span))"
    }
  }

  /// "above 90 days", "28 to 58 days".
  func length(_ bounds: [GapBound]) -> ShownText {
    if bounds.count == 2 {
      let (low, high) = (bounds[0].span, bounds[1].span)
      if low == high { return "is \(length(low))" }
      let from: ShownText = low.unit == high.unit ? "\(low.amount)" : length(low)
      return "is \(from) to \(length(high))"
    }
    guard let bound = bounds.first else { return "" }
    switch bound.comparison {
    case .less: return "is below \(length(bound.span))"
    case .lessOrEqual: return "is at most \(length(bound.span))"
    case .greater: return "is above \(length(bound.span))"
    default: return "is at least \(length(bound.span))"
    }
  }

  private func length(_ span: CalendarSpan) -> ShownText {
    switch span.unit {
    case .days: .plural(span.amount, "day", "days")
    case .weeks: .plural(span.amount, "week", "weeks")
    case .months: .plural(span.amount, "month", "months")
    case .years: .plural(span.amount, "year", "years")
    }
  }

  /// `90d` with its unit; nothing where none is written.
  private func span(_ text: String) -> CalendarSpan? {
    CalendarSpan(written: text)
  }

  /// "at least 2 times", "exactly once".
  func times(_ comparison: Comparison, _ count: Int) -> ShownText {
    let times: ShownText = count == 1 ? "once" : "\(count) times"
    switch comparison {
    case .matches, .equals: return "exactly \(times)"
    case .less: return "fewer than \(.plural(count, "time", "times"))"
    case .lessOrEqual: return "at most \(times)"
    case .greater: return "more than \(times)"
    case .greaterOrEqual: return "at least \(times)"
    }
  }
}

extension [ShownText?] {
  /// All of them, where none is missing.
  fileprivate var whole: [ShownText]? {
    let found = compactMap(\.self)
    return found.count == count ? found : nil
  }
}
