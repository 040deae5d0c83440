/// A stretch of the axis that is left out.
struct StripFold: Sendable, Hashable {
  /// What is known of the time between what is on both sides.
  enum Length: Sendable, Hashable {
    /// It is the length of the stretch, up to the rounding of the axis.
    case whole
    /// It is that or longer, because a date beside the stretch is partial.
    case atLeast
    /// A date beside the stretch is uncertain or approximate.
    case unknown
  }

  /// The time that is left out.
  var range: StripRange
  /// What is known of the time between what is on both sides.
  var length = Length.whole

  init(_ range: StripRange, beside before: [StripDate] = [], _ after: [StripDate] = []) {
    self.range = range
    let dates = [before, after].flatMap { side in
      let sure = side.filter { !$0.isDoubtful }
      return sure.isEmpty ? side : sure
    }
    if dates.contains(where: \.isDoubtful) {
      length = .unknown
    } else if dates.contains(where: { !$0.isExact }) {
      length = .atLeast
    }
  }
}

/// How a fold is written on the axis: with how much time it leaves out, and a `+` if the time between
/// the events on both sides may be longer.
enum StripFoldForm: CaseIterable {
  /// ` // 9 y 11 mo // `.
  case full
  /// ` //9y11mo// `.
  case compact
  /// ` // `.
  case bare
  /// `//`.
  case tight

  /// The first form in which all folds together fit; the last one otherwise.
  static func fitting(_ folds: [StripFold], into columns: Int) -> StripFoldForm {
    allCases.first { form in
      folds.reduce(0) { $0 + form.columns($1) } <= columns
    } ?? .tight
  }

  /// The least columns of the form.
  var least: Int { self == .tight ? 2 : 4 }

  /// The columns of a fold in this form, with the blanks around it.
  func columns(_ fold: StripFold) -> Int {
    text(fold).count + (self == .tight ? 0 : 2)
  }

  /// The longest text of a fold that fits into columns; `//` in any case.
  static func text(_ fold: StripFold, in columns: Int) -> String {
    let form = allCases.first { $0.columns(fold) <= columns } ?? .tight
    return form.text(fold)
  }

  private func text(_ fold: StripFold) -> String {
    switch self {
    case .full where fold.length != .unknown: "// \(length(fold)) //"
    case .compact where fold.length != .unknown: "//\(length(fold).filter { $0 != " " })//"
    default: "//"
    }
  }

  /// The length as days, or years and months; in hours where it is less than two days.
  private func length(_ fold: StripFold) -> String {
    let sign = fold.length == .atLeast ? "+" : ""
    let range = fold.range
    guard range.minutes >= 2 * StripTime.minutesOfDay else {
      return "\(range.minutes / 60) h\(sign)"
    }
    let length = CalendarLength(from: range.lowerBound.day, to: range.upperBound.day)
    return IntervalWords.short(length) + sign
  }
}
