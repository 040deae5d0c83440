/// How a fold is written on the axis.
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
  static func fitting(_ folds: [StripRange], into columns: Int) -> StripFoldForm {
    allCases.first { form in
      folds.reduce(0) { $0 + form.columns($1) } <= columns
    } ?? .tight
  }

  /// The least columns of the form.
  var least: Int { self == .tight ? 2 : 4 }

  /// The columns of a fold in this form, with the blanks around it.
  func columns(_ fold: StripRange) -> Int {
    text(fold).count + (self == .tight ? 0 : 2)
  }

  /// The longest text of a fold that fits into columns; `//` in any case.
  static func text(_ fold: StripRange, in columns: Int) -> String {
    let form = allCases.first { $0.columns(fold) <= columns } ?? .tight
    return form.text(fold)
  }

  private func text(_ fold: StripRange) -> String {
    switch self {
    case .full: "// \(length(fold)) //"
    case .compact: "//\(length(fold).filter { $0 != " " })//"
    case .bare, .tight: "//"
    }
  }

  /// The length as days, or years and months; in hours where it is less than two days.
  private func length(_ fold: StripRange) -> String {
    guard fold.minutes >= 2 * StripTime.minutesOfDay else { return "\(fold.minutes / 60) h" }
    return IntervalWords.short(
      CalendarLength(from: fold.lowerBound.day, to: fold.upperBound.day))
  }
}
