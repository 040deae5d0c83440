/// Places that say no more than the county or state.
public enum CoarsePlace {
  /// The county and state of a place as written, or the state alone; nothing where neither can be
  /// told from the text.
  public static func county(_ written: String) -> String? {
    let parts = written.split(separator: ",").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard let last = parts.last, isState(last) else {
      return parts.last.flatMap { isCounty($0) ? $0 : nil }
    }
    guard parts.count > 1, isCounty(parts[parts.count - 2]) else { return last }
    return "\(parts[parts.count - 2]), \(last)"
  }

  private static func isCounty(_ text: String) -> Bool {
    [" County", " Parish", " Borough", " Census Area"].contains { text.hasSuffix($0) }
  }

  private static func isState(_ text: String) -> Bool {
    names.contains(text.lowercased()) || codes.contains(text)
  }

  /// The states, the federal district and the territories of the United States.
  private static let names: Set<String> = [
    "alabama", "alaska", "arizona", "arkansas", "california", "colorado", "connecticut",
    "delaware", "florida", "georgia", "hawaii", "idaho", "illinois", "indiana", "iowa", "kansas",
    "kentucky", "louisiana", "maine", "maryland", "massachusetts", "michigan", "minnesota",
    "mississippi", "missouri", "montana", "nebraska", "nevada", "new hampshire", "new jersey",
    "new mexico", "new york", "north carolina", "north dakota", "ohio", "oklahoma", "oregon",
    "pennsylvania", "rhode island", "south carolina", "south dakota", "tennessee", "texas",
    "utah", "vermont", "virginia", "washington", "west virginia", "wisconsin", "wyoming",
    "district of columbia", "puerto rico", "guam", "american samoa", "virgin islands",
    "northern mariana islands",
  ]

  /// Their postal codes.
  private static let codes: Set<String> = [
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS",
    "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY",
    "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV",
    "WI", "WY", "DC", "PR", "GU", "AS", "VI", "MP",
  ]
}
