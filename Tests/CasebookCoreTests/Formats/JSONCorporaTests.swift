import CasebookCore
import Testing

@Suite(.enabled(if: Corpora.isNamed))
struct JSONCorporaTests {
  /// The tree, or the refusal, which has to stand inside of the text.
  private func read(_ path: String) throws -> String {
    let bytes = Corpora.bytes(path)
    let tree = DataTree()
    do throws(TreeError) {
      try JSONTreeReader().read(SourceText(copying: bytes), into: tree)
      return TreeText.of(tree)
    } catch {
      #expect(try #require(error.position.byteOffset) <= bytes.count, "\(path)")
      return "refused " + TreeText.of(error)
    }
  }

  @Test func theTestSuiteIsAcceptedAndRefusedAsItsNamesSay() throws {
    let folder = "JSONTestSuite/test_parsing"
    let names = Corpora.names(folder)
    let accepted = try names.filter { try !read("\(folder)/\($0)").hasPrefix("refused") }
    #expect(names.count { $0.hasPrefix("y_") } == 95)
    #expect(names.count { $0.hasPrefix("n_") } == 188)
    #expect(accepted.filter { $0.hasPrefix("y_") }.count == 95)
    #expect(accepted.filter { $0.hasPrefix("n_") } == [])
    #expect(
      accepted.filter { $0.hasPrefix("i_") } == [
        "i_number_double_huge_neg_exp.json", "i_number_huge_exp.json",
        "i_number_neg_int_huge_exp.json", "i_number_pos_double_huge_exp.json",
        "i_number_real_neg_overflow.json", "i_number_real_pos_overflow.json",
        "i_number_real_underflow.json", "i_number_too_big_neg_int.json",
        "i_number_too_big_pos_int.json", "i_number_very_big_negative_int.json",
        "i_structure_UTF-8_BOM_empty_object.json",
      ])
  }

  @Test(arguments: [
    ("number_-9223372036854775809", "[-9223372036854775809]"), ("number_1.0", "[1.0]"),
    ("number_1.000000000000000005", "[1.000000000000000005]"),
    ("number_10000000000000000999", "[10000000000000000999]"), ("number_1e-999", "[1E-999]"),
    ("number_1e6", "[1E6]"), ("object_key_nfc_nfd", "{\u{E9}='NFC' e\u{301}='NFD'}"),
    ("object_same_key_different_values", "{a=1 a=2}"),
    ("object_same_key_same_value", "{a=1 a=1}"),
    ("object_same_key_unclear_values", "{a=0 a=-0}"),
    ("string_1_escaped_invalid_codepoint", "refused 1:3 loneSurrogate"),
    ("string_3_escaped_invalid_codepoints", "refused 1:3 loneSurrogate"),
    ("string_2_invalid_codepoints", "refused 1:3 invalidUTF8(237, guess: nil)"),
    ("string_with_escaped_NULL", "['A\0B']"),
  ])
  func valuesAreNotTransformed(name: String, expected: String) throws {
    let found = try read("JSONTestSuite/test_transform/\(name).json")
    #expect(Array(found.utf8) == Array(expected.utf8))
  }

  @Test(arguments: ["json", "json/trunc", "bytes", "term", "uni"])
  func adversarialFilesAreJudgedAsTheirListSays(folder: String) throws {
    // What these two hold is refused by the format of cases: the trees are in order.
    let trees = ["json/r_top_scalar.json", "json/r_top_string.json"]
    // Other encodings than UTF-8 are for tables only.
    let encodings = ["bytes/w_latin1.json"]
    for row in Corpora.rows("adversarial/MANIFEST.tsv")
    where row[0].hasPrefix("\(folder)/") && row[0].hasSuffix(".json") {
      let found = try read("adversarial/\(row[0])")
      let isRefused = found.hasPrefix("refused")
      let expected = (["r", "l"].contains(row[2]) || encodings.contains(row[0]))
      #expect(isRefused == (expected && !trees.contains(row[0])), "\(row[0]) \(found)")
      if isRefused, !row[3].isEmpty {
        #expect(found.hasPrefix("refused \(row[3]) "), "\(row[0]) \(found)")
      }
      if row[2] == "l" {
        #expect(found.contains("depthLimit") || found.contains("tooManyKeys"), "\(row[0])")
      }
    }
  }

  @Test(arguments: [
    ("w_trunc_last", ["{id='1'}", "2:14 incomplete(expected: [quote], opened: 2:11)"]),
    ("w_concat", ["{id='1'}", "{id='2'} | 1:11 sharedLine"]),
  ])
  func adversarialLinesAreKept(name: String, expected: [String]) {
    let reader = JSONTreeReader()
    let tree = DataTree()
    reader.open(SourceText(copying: Corpora.bytes("adversarial/jsonl/\(name).jsonl")))
    var records: [String] = []
    while let record = reader.nextLine(into: tree) {
      records.append(TreeText.of(record, tree))
    }
    #expect(records == expected)
  }

  @Test func naughtyStringsAreReadExactly() throws {
    let tree = DataTree()
    try JSONTreeReader().read(SourceText(copying: Corpora.bytes("blns/blns.json")), into: tree)
    #expect(tree[0].childCount == 515)
    let texts = tree.elements(of: 0).map { Array(tree.text(of: $0)) }
    let escaped = texts.map { text in
      String(decoding: text, as: UTF8.self).utf16.map { unit in
        "\\u" + String(repeating: "0", count: 4 - String(unit, radix: 16).count)
          + String(unit, radix: 16)
      }.joined()
    }
    let again = "[\"" + escaped.joined(separator: "\",\"") + "\"]"
    try JSONTreeReader().read(SourceText(copying: again.utf8), into: tree)
    let areEqual = tree.elements(of: 0).map { Array(tree.text(of: $0)) } == texts
    #expect(areEqual)
  }
}
