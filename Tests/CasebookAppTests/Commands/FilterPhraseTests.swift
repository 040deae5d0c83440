import CasebookCore
import CasebookTesting
import Testing

@testable import CasebookApp

/// Filters and orders said in words.
struct FilterPhraseTests {
  @Test(arguments: [
    ("status is open", "status:=open"),
    ("status is not open", "-status:=open"),
    ("detainer outcome is declined", "detainer.outcome:=declined"),
    ("charge status has pending", "charge_status:pending"),
    ("facility contains county jail", #"facility:"county jail""#),
    (#"facility is "County Jail""#, #"facility:="County Jail""#),
    ("age is 18", "age:18"), ("age over 30", "age:>30"), ("age is below 18", "age:<18"),
    ("detainer in 2023", "detainer:2023"), ("date after 2020-05", "date:>2020-05"),
    ("removal before 2015", "removal:<2015"),
    ("status is open and age under 18", "status:=open age:<18"),
    ("hartford", "hartford"), ("hartford and boston", "hartford and boston"),
    ("colour is red", "colour is red"), ("status is", "status is"), ("is open", "is open"),
    ("status is open and hartford", "status is open and hartford"), ("", ""),
  ])
  func wordsBecomeTerms(words: String, filter: String) throws {
    #expect(FilterPhrase.filter(words, Schema(of: try TestLibrary.samples())) == filter)
  }

  @Test(arguments: [
    ("title", "title"), ("title down", "-title"), ("title up", "title"), ("-title down", "-title"),
    ("status, title", "status,title"), ("status title", "status,title"), ("down", "down"),
    ("detainer->removal down", "-detainer->removal"), ("none", nil), ("off", nil),
  ])
  func ordersAreWrittenAsTheLanguageHasThem(words: String, keys: String?) {
    #expect(SortKeys.written(words) == keys)
  }

  @Test(arguments: [
    ("hartford", #"text has "hartford""#), ("-hartford", #"text has not "hartford""#),
    ("outcome:declined", "outcome has declined"), ("-outcome:=a", "outcome is not a"),
    ("detainer.outcome:a,b", "detainer outcome has a or b"), ("age:>=18", "age is at least 18"),
    ("-age:>=18", "age is below 18"), ("no:detainer,removal", "has no detainer and no removal"),
    ("-has:ice_arrest", "has no ice arrest"), ("is:minor", "is minor"),
    ("detainer->removal<=90d", "detainer->removal<=90d"), ("(a or b)", "(a or b)"),
  ])
  func termsAreSaidInWords(term: String, words: String) {
    #expect(TermWords.words(term).string == words)
  }
}
