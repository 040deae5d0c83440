import Testing

@testable import CasebookCore

/// Orders in words.
@Suite struct PhraseOrderTests {
  @Test(arguments: [
    ("detainer", "detainer"), ("by detainer", "detainer"), ("detainer down", "-detainer"),
    ("by detainer, newest first", "-detainer"), ("status, title", "status,title"),
    ("status, title descending", "status,-title"), ("title -detainer", "title,-detainer"),
    ("-detainer->jail_release", "-detainer->jail_release"), ("longest first", "-length_of_stay"),
    ("most detainers first", "-count(detainer)"), ("fewest events first", "count()"),
    ("newest first", "-date"), ("oldest first", "date"), ("length of stay", "length_of_stay"),
    ("longest length of stay first", "-length_of_stay"),
    ("ice arrest then title", "ice_arrest,title"),
    ("days from detainer to ice arrest, longest first", "-detainer->ice_arrest"),
    ("number of hearings, most first", "-count(hearing)"), ("zebra", "zebra"),
    ("sorted by age, greatest first, then title", "-age,title"),
    ("sorted by by", "by"), ("sort by by", "by"), ("sort by title, then by", "title,by"),
    ("sorted by title, then by detainer", "title,detainer"),
    ("most arrests first", "-count(criminal_arrest)"),
  ])
  func orderIsRead(words: String, keys: String) {
    #expect(PhraseOrder.keys(for: words, in: Schema()) == keys)
  }

  @Test(arguments: ["by", "first", "the wind", "most zebras first", "detainer quickly"])
  func whatIsNoOrderIsNotRead(words: String) {
    #expect(PhraseOrder.keys(for: words, in: Schema()) == nil)
  }
}
