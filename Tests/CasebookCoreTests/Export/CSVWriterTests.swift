import CasebookCore
import Testing

/// CSV out reads back, and no cell of it is a formula.
@Suite struct CSVWriterTests {
  private func row(_ cells: [String], exact: Bool = false) -> String {
    var writer = CSVWriter(exact: exact)
    writer.row(cells)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (["a", "b"], "a,b\n"), ([""], "\"\"\n"), (["", ""], ",\n"),
    (["a,b", "c\"d", "e\nf", "g\rh"], "\"a,b\",\"c\"\"d\",\"e\nf\",\"g\rh\"\n"),
    ([" blank ", "é"], " blank ,é\n"),
  ])
  func cellsAreQuotedWhereTheyNeedIt(cells: [String], csv: String) {
    #expect(row(cells) == csv)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1\n"), ("+1", "'+1\n"), ("-2", "'-2\n"), ("@SUM(A1)", "'@SUM(A1)\n"),
    ("\t=1", "'\t=1\n"), ("\n=1", "\"'\n=1\"\n"), ("\r", "\"'\r\"\n"),
    ("'=1", "''=1\n"), ("=\"a\"", "\"'=\"\"a\"\"\"\n"),
    ("'quoted'", "'quoted'\n"), ("a=1", "a=1\n"), ("2023-09-14", "2023-09-14\n"),
  ])
  func formulasGetAnApostrophe(cell: String, csv: String) {
    #expect(row([cell]) == csv)
  }

  @Test func numbersAreWrittenAsTheyAre() {
    var writer = CSVWriter()
    writer.row(["-1"], numbers: ["-29", "-29; 5", "-3..-2", ""])
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "'-1,-29,'-29; 5,'-3..-2,\n")
  }

  @Test(arguments: ["=1", "+1", "-2", "@x", "'=1", "\tx"])
  func exactCellsStayAsTheyAre(cell: String) {
    #expect(row([cell], exact: true) == cell + "\n")
  }

  @Test func whatWasWrittenIsTakenOnce() {
    var writer = CSVWriter()
    writer.row(["a"])
    #expect(writer.take() == Array("a\n".utf8))
    #expect(writer.take().isEmpty)
  }
}
