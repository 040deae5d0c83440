/// The words of keys that were made from names of columns, as people say them.
enum LabelWords {
  /// `apprehension_aor` as "apprehension AOR", `msc_charge` as "most serious conviction charge",
  /// `final_order_yes_no` as "final order".
  static func words(of key: String) -> String {
    var words = key.split(separator: "_").map(String.init)
    if words.count > 2, words.suffix(2) == ["yes", "no"] { words.removeLast(2) }
    guard !words.isEmpty else { return key }
    return words.map { written[$0] ?? $0 }.joined(separator: " ")
  }

  /// Words that are not written as they stand in keys: initials, and what the codebook of the
  /// Deportation Data Project says that abbreviations mean.
  private static let written: [String: String] = [
    "aor": "AOR", "cbp": "CBP", "dhs": "DHS", "doj": "DOJ", "eid": "EID", "ero": "ERO",
    "fbi": "FBI", "hsi": "HSI", "ice": "ICE", "id": "ID", "ids": "IDs", "ina": "INA",
    "ncic": "NCIC", "nta": "NTA", "poe": "POE", "us": "US", "usc": "USC", "uscis": "USCIS",
    "msc": "most serious conviction", "prep": "prepared", "toa": "time of apprehension",
    "tod": "time of detainer",
  ]
}
