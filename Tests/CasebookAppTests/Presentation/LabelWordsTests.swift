import Testing

@testable import CasebookApp

struct LabelWordsTests {
  @Test(arguments: [
    ("apprehension_aor", "Apprehension AOR"), ("stay_id", "Stay ID"), ("id", "Case id"),
    ("msc_charge_date", "Most serious conviction charge date"),
    ("final_order_yes_no", "Final order"), ("yes_no", "Yes no"),
    ("toa_current_duty_site", "Time of apprehension current duty site"),
    ("aortic", "Aortic"), ("", ""), ("_", "_"), ("Ward", "Ward"), ("bond_amount", "Bond amount"),
  ])
  func keysOfColumnsAreSaidAsPeopleSayThem(key: String, label: String) {
    #expect(KeyWords.label(key).string == label)
  }
}
