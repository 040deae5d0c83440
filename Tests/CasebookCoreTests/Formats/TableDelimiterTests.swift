import Testing

@testable import CasebookCore

private func dialect(
  _ text: String, _ fileName: String, declared: TableDelimiter? = nil
) -> TableDialect {
  Array(text.utf8).withUnsafeBytes {
    TableDialect(of: $0, fileName: fileName, declared: declared)
  }
}

struct TableDelimiterTests {
  @Test(arguments: [
    ("t.csv", TableDelimiter.comma), ("T.TSV", .tab), ("t.tsv.gz", .tab), ("t.tab", .tab),
    ("t.psv", .bar), ("t.txt", .comma), ("t", .comma),
  ])
  func theNameOfTheFilePromisesASeparator(name: String, expected: TableDelimiter) {
    #expect(TableDelimiter(fileName: name) == expected)
  }

  @Test(arguments: [
    ("id,title\n1,a\n", TableDelimiter.comma),
    ("id;title\n1;a, b\n2;c, d\n", .semicolon),
    ("id\ttitle\n1\ta\n", .tab),
    ("a|b|c\n1|2|3\n", .bar),
    ("a,b;c\n1,2;3\n", .comma),
    ("a,b\n1\n2,3,4\nx;y,z\n", .comma),
    ("title\none\n", .comma),
    ("\"a;b\",c\n\"d;e\",f\n", .comma),
    ("Unit||\nUse||\n||\na|b, c, d|e\n1|2|3\n", .bar),
  ])
  func theTextShowsItsSeparator(text: String, expected: TableDelimiter) {
    #expect(dialect(text, "t.csv").delimiter == expected)
  }

  @Test func anotherSeparatorThanTheNamePromisesIsNoted() {
    let found = dialect("id;title\n1;a\n", "t.csv").findings.map(\.problem)
    #expect(found == [.delimiter(found: .semicolon, expected: .comma)])
    #expect(dialect("id,title\n1,a\n", "t.csv").findings == [])
    #expect(dialect("id;title\n1;a\n", "t.csv", declared: .semicolon).findings == [])
  }

  @Test(arguments: ["sep=;\nid;title\n", "SEP=;\r\nid;title\r\n", "\"sep=;\"\nid;title\n"])
  func aFirstLineMaySayTheSeparator(text: String) {
    let found = dialect(text, "t.csv")
    #expect(found.delimiter == .semicolon)
    #expect(found.start.line == 2)
    #expect(found.start.row == 2)
    #expect(found.findings.map(\.problem) == [.separatorLine(.semicolon)])
  }

  @Test func aLineThatOnlyLooksLikeOneIsARow() {
    #expect(dialect("sep=x\n1,2\n", "t.csv").start.line == 1)
    #expect(dialect("sep,a\n1,2\n", "t.csv").start.line == 1)
  }
}
