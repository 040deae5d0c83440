import CasebookCore
import CasebookText

/// Words for accounts that differ.
enum AccountWords {
  /// How many places of one account are named; of more the first alone.
  private static let namedPlaces = 2

  /// "2 accounts differ on the agency".
  static func count(on key: String, _ claims: [Claim]) -> ShownText {
    let count = claims.count { $0.value(key) != nil }
    return "\(count) accounts differ on the \(KeyWords.label(ofCase: key).lowercasedFirst)"
  }

  /// "2 accounts differ on the agency: Hartford Correctional Facility (news); ...".
  static func line(on key: String, _ claims: [Claim], _ dates: DateForm) -> ShownText {
    "\(count(on: key, claims)): \(accounts(on: key, claims, dates).joined(separator: "; "))"
  }

  /// "Hartford Correctional Facility (news)", an account each.
  static func accounts(on key: String, _ claims: [Claim], _ dates: DateForm) -> [ShownText] {
    claims.compactMap { claim in
      guard let value = claim.value(key) else { return nil }
      let who = places(claim.sources)
      let said = said(value, key, dates, of: claim)
      return who.isEmpty ? said : "\(said) (\(who))"
    }
  }

  /// What an account says under a key, dates and outcomes in words.
  static func said(
    _ value: FieldValue, _ key: String, _ dates: DateForm, of claim: Claim
  ) -> ShownText {
    switch (key, value.written) {
    case ("date", let date): DateText.words(written: date ?? "", dates)
    case ("outcome", let outcome?):
      OutcomeWords.value(outcome, basis: claim.text("outcome_basis"))
    default: value.words(dates)
    }
  }

  /// "arrests row 4, detainers row 7"; "arrests row 4 and 3 more".
  private static func places(_ sources: [SourceReference]) -> ShownText {
    guard sources.count > namedPlaces else { return sources.map(place).joined(separator: ", ") }
    return "\(place(sources[0])) and \(sources.count - 1) more"
  }

  /// "arrests row 4"; of a place in the case's own files only that.
  static func place(_ reference: SourceReference) -> ShownText {
    [reference.id, reference.locator ?? ""].filter { !$0.isEmpty }.map { Gate.shown($0) }
      .joined(separator: " ")
  }
}

extension KeyWords {
  /// The label of a key of a case, of which those of the subject stand under `subject.`.
  static func label(ofCase key: String) -> ShownText {
    if key == "subject.label" { return "Subject" }
    let subject = "subject."
    return label(key.hasPrefix(subject) ? String(key.dropFirst(subject.count)) : key)
  }
}
