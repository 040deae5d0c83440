/// Finds the more telling reason behind a text that the parser stopped at.
enum CalendarDateDiagnosis {
  /// The error to report: level 2 by name, the writing that is probably meant, another notation,
  /// or what the parser said.
  static func refine(_ error: CalendarDateError, of text: String) -> CalendarDateError {
    error
  }
}
