import CasebookText
import Testing

@testable import CasebookApp

struct LoadingWordsTests {
  @Test(arguments: [
    (Loading.done, "", "", ""),
    (.stopped, ", partial", ", partial", ", partial"),
    (.going(percent: nil, rate: nil), ", loading", ", loading", ", partial"),
    (.going(percent: 34, rate: nil), ", 34 %", ", 34 %", ", partial"),
    (.going(percent: 34, rate: 412_345), ", 34 %, 410,000 a second", ", 34 %", ", partial"),
    (.going(percent: 0, rate: 7), ", 0 %, 7 a second", ", 0 %", ", partial"),
  ])
  func whatIsNotWholeSaysSo(loading: Loading, mark: String, short: String, spoken: String) {
    #expect(LoadingWords.mark(loading).string == mark)
    #expect(LoadingWords.shortMark(loading).string == short)
    #expect(LoadingWords.spokenMark(loading).string == spoken)
  }

  @Test func plainModeSaysHowFarItIs() {
    #expect(LoadingWords.sentence(.done) == nil)
    #expect(LoadingWords.sentence(.stopped)?.string == "Loading was stopped.")
    #expect(
      LoadingWords.sentence(.going(percent: 34, rate: 5))?.string
        == "Still loading, 34 percent so far.")
  }
}
