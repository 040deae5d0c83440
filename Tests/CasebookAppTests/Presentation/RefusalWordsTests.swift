import CasebookApp
import CasebookCore
import CasebookTesting
import Testing

/// Records that are refused and files that are not read are counted apart.
@Suite struct RefusalWordsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let files: [(String, String)]
    let words: String
    let mark: String
    var testDescription: String { words }
  }

  private static let good = ("good.yaml", "id: a\n")
  private static let records = (
    "records.jsonl", "{\"id\":\"b\"}\n[\"x\"]\n{\"id\":\n"
  )
  private static let record = ("record.yaml", "id: [\n")

  @Test(arguments: [
    Row(files: [good], words: "0 records refused", mark: "1 case"),
    Row(files: [record], words: "1 record refused", mark: "0 cases, 1 refused (!)"),
    Row(files: [("a.csv", "")], words: "1 file not read", mark: "0 cases, 1 file not read (!)"),
    Row(
      files: [good, ("a.csv", ""), ("b.csv", "1,2\n3,4\n")], words: "2 files not read",
      mark: "1 case, 2 files not read (!)"),
    Row(
      files: [records, ("a.csv", "")], words: "2 records refused, 1 file not read",
      mark: "1 case, 2 refused, 1 file not read (!)"),
  ])
  func eachIsSaidByItsName(row: Row) {
    let library = TestLibrary.library(row.files)
    #expect(ProblemWords.refused(library).string == row.words)
    #expect(ProblemWords.summary(library).string.hasSuffix("notes. \(row.words)."))
    let session = Session(library)
    let head = session.snapshot.split(separator: "\n").first ?? ""
    #expect(head.hasSuffix(" \(row.mark)"), "\(head)")
  }
}
