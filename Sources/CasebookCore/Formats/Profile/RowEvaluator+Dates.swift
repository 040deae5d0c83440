extension RowEvaluator {
  /// A date of a row.
  private enum Reading {
    /// Nothing is written.
    case none
    /// A date as EDTF, and the days it may mean.
    case date(CellValue, DateSpan)
    /// It is blacked out, or its day and month cannot be told apart.
    case unread(CellValue, isUndecided: Bool)
    /// It is no date.
    case wrong(CellValue)

    /// The date as EDTF, where there is one.
    var value: CellValue { if case .date(let value, _) = self { value } else { .missing } }
  }

  /// Works out the events of a row with their dates.
  ///
  /// - Parameters:
  ///   - state: the row, its cells worked out.
  ///   - decoder: what is known of the table.
  ///   - findings: takes what is odd.
  func readEvents(
    _ state: inout RowValues, _ decoder: TableDecoder, into findings: inout [TableFinding]
  ) {
    for index in binding.events.indices {
      let rule = binding.events[index]
      if let condition = rule.condition, value(condition, state).isMissing { continue }
      let start = rule.date.map { read($0, state, decoder) } ?? .none
      let end = rule.end.map { read($0, state, decoder) } ?? .none
      for reading in [start, end] {
        switch reading {
        case .wrong(let value): findings.append(wrongDate(value, state, decoder))
        case .unread(let value, let isUndecided):
          keep(value, &state, decoder)
          if isUndecided { findings.append(undecided(value, state, decoder)) }
        case .none, .date: break
        }
      }
      let (date, span) = interval(start, end, rule, &state, decoder, &findings)
      state.events.append(
        RowEvent(
          rule: index, type: rule.type.map { value($0, state) } ?? .missing, date: date,
          start: start.value, span: span, firstValue: state.eventValues.count))
      for entry in rule.entries.indices {
        state.eventValues.append(value(rule.entries[entry].value, state))
      }
    }
  }

  // MARK: - One date

  private func read(
    _ expression: BoundExpression, _ state: RowValues, _ decoder: TableDecoder
  ) -> Reading {
    let found = value(expression, state)
    if found.isRedacted { return .unread(found, isUndecided: false) }
    guard found.hasText else { return .none }
    if let plain = plain(found) { return span(of: plain).map { .date(plain, $0) } ?? .wrong(found) }
    let rule = decoder.profile.dates
    let order = decoder.dateOrders[found.column] ?? rule.order
    let date = TableDate(bytes(found), order: order, firstYear: rule.firstYear)
    switch date {
    case .undecided: return .unread(found, isUndecided: true)
    case .asWritten: return span(of: found).map { .date(found, $0) } ?? .wrong(found)
    case .converted(let text):
      let converted = append(text, column: found.column)
      return span(of: converted).map { .date(converted, $0) } ?? .wrong(found)
    }
  }

  private func span(of value: CellValue) -> DateSpan? { DateSpan.parse(bytes(value)) }

  /// What ``TableDate`` makes of the dates that nearly all tables have, without its way round by
  /// texts: `2024-12-31` and `2024-12-31 18:51:00`, with a `T` and a `Z` or without; nothing for
  /// others.
  private func plain(_ value: CellValue) -> CellValue? {
    let bytes = bytes(value)
    guard bytes.count >= 10, Self.matches(bytes, "0000-00-00", at: 0) else { return nil }
    if bytes.count == 10 { return value }
    let isZoned = bytes.count == 20 && bytes[19] == UInt8(ascii: "Z")
    guard bytes.count == 19 || isZoned, Self.matches(bytes, "00:00:00", at: 11) else { return nil }
    let separator = bytes[10]
    guard separator == UInt8(ascii: "T") || separator == UInt8(ascii: " ") else { return nil }
    let (hour, minute, second) = (
      Self.pair(bytes, at: 11), Self.pair(bytes, at: 14), Self.pair(bytes, at: 17)
    )
    guard hour < 24, minute < 60, second < 60 else { return nil }
    if hour + minute + second == 0 {
      return CellValue(
        value.storage, start: value.start, end: value.start + 10, column: value.column)
    }
    if separator == UInt8(ascii: "T") { return value }
    let start = scratch.count
    scratch.append(UnsafeRawBufferPointer(rebasing: bytes[..<10]))
    scratch.append("T")
    scratch.append(UnsafeRawBufferPointer(rebasing: self.bytes(value)[11...]))
    return CellValue(.scratch, start: start, end: scratch.count, column: value.column)
  }

  /// The number that two digits make.
  private static func pair(_ bytes: UnsafeRawBufferPointer, at first: Int) -> Int {
    Int(bytes[first] - 0x30) * 10 + Int(bytes[first + 1] - 0x30)
  }

  /// Whether bytes are those of a pattern, in which a 0 stands for any digit.
  private static func matches(
    _ bytes: UnsafeRawBufferPointer, _ pattern: StaticString, at first: Int
  ) -> Bool {
    pattern.withUTF8Buffer { pattern in
      pattern.indices.allSatisfy { index in
        let byte = bytes[first + index]
        return pattern[index] == 0x30 ? (0x30...0x39).contains(byte) : byte == pattern[index]
      }
    }
  }

  // MARK: - Intervals

  private func interval(
    _ start: Reading, _ end: Reading, _ rule: BoundEvent, _ state: inout RowValues,
    _ decoder: TableDecoder, _ findings: inout [TableFinding]
  ) -> (date: CellValue, span: DateSpan?) {
    switch (start, end) {
    case (.date(let from, let span), .date(let to, _)):
      let whole = joined(day(from), "/", day(to), column: from.column)
      if let span = self.span(of: whole) {
        for moment in [from, to] { keepTime(moment, &state, decoder) }
        return (whole, span)
      }
      keep(to, &state, decoder)
      let row = TableRowCheck(text: text, columnCount: 0, limits: decoder.limits)
      findings.append(
        row.finding(
          .endBeforeStart(start: string(from), end: string(to)), state.row,
          at: state.place(of: to)))
      return (from, span)
    case (.date(let from, let span), .wrong(let other)):
      keep(other, &state, decoder)
      return (from, span)
    case (.date(let from, _), .none) where rule.isOpen && !contains(from, UInt8(ascii: "/")):
      keepTime(from, &state, decoder)
      let open = joined(day(from), "/..", .missing, column: from.column)
      return (open, span(of: open))
    case (.date(let from, let span), _): return (from, span)
    case (.wrong(let other), .date(let to, _)):
      keep(other, &state, decoder)
      let whole = joined(.missing, "/", to, column: to.column)
      return (whole, span(of: whole))
    case (.wrong(let written), .wrong(let other)):
      keep(other, &state, decoder)
      return (written, nil)
    case (.wrong(let written), _), (_, .wrong(let written)): return (written, nil)
    case (_, .date(let to, _)):
      let whole = joined(.missing, "/", to, column: to.column)
      return (whole, span(of: whole))
    default: return (.missing, nil)
    }
  }

  private func keepTime(
    _ value: CellValue, _ state: inout RowValues, _ decoder: TableDecoder
  ) {
    if decoder.profile.dates.times == .keep, hasTime(value) { keep(value, &state, decoder) }
  }

  private func hasTime(_ value: CellValue) -> Bool {
    value.end - value.start > 10 && contains(value, UInt8(ascii: "T"))
  }

  /// The day of a date with a time, since EDTF has no times in intervals; any other date as it is.
  private func day(_ value: CellValue) -> CellValue {
    guard hasTime(value) else { return value }
    return CellValue(
      value.storage, start: value.start, end: value.start + 10, column: value.column)
  }

  private func contains(_ value: CellValue, _ byte: UInt8) -> Bool {
    bytes(value).contains(byte)
  }

  private func joined(
    _ left: CellValue, _ middle: String, _ right: CellValue, column: Int
  ) -> CellValue {
    let start = scratch.count
    append(left, .written)
    scratch.append(middle)
    append(right, .written)
    return CellValue(.scratch, start: start, end: scratch.count, column: column)
  }

  // MARK: - What is not read

  // A date that cannot be read is the event's date as written if nothing else dates the event; else
  // it is a field of it. The event then has no days.

  /// Keeps a date that does not become the event's as a field under its column's key.
  private func keep(_ value: CellValue, _ state: inout RowValues, _ decoder: TableDecoder) {
    guard decoder.header.keys.indices.contains(value.column) else { return }
    state.extras.append(KeyedValue(key: decoder.header.keys[value.column], value: value))
  }

  private func columnName(_ value: CellValue, _ decoder: TableDecoder) -> String {
    decoder.header.names.indices.contains(value.column) ? decoder.header.names[value.column] : ""
  }

  private func wrongDate(
    _ value: CellValue, _ state: RowValues, _ decoder: TableDecoder
  ) -> TableFinding {
    let check = TableRowCheck(text: text, columnCount: 0, limits: decoder.limits)
    return check.finding(
      .date(column: columnName(value, decoder), written: quotation(of: value)), state.row,
      at: state.place(of: value))
  }

  private func undecided(
    _ value: CellValue, _ state: RowValues, _ decoder: TableDecoder
  ) -> TableFinding {
    let check = TableRowCheck(text: text, columnCount: 0, limits: decoder.limits)
    return check.finding(
      .undecidedDateOrder(column: columnName(value, decoder)), state.row,
      at: state.place(of: value))
  }
}
