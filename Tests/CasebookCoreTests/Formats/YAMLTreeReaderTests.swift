import CasebookCore
import Testing

/// Reads a stream and writes down its documents and refusals.
private func read(_ bytes: [UInt8], limits: TreeLimits = TreeLimits()) -> [String] {
  let reader = YAMLTreeReader(limits: limits)
  let tree = DataTree()
  reader.open(SourceText(copying: bytes))
  var lines: [String] = []
  while let record = reader.nextDocument(into: tree) {
    lines.append(TreeText.of(record, tree))
  }
  return lines
}

private func read(_ text: String) -> [String] { read(Array(text.utf8)) }

struct YAMLTreeReaderTests {
  @Test(arguments: [
    ("a: no\nb: 012\nc: 12:30:45\nd: 1.10", "{a='no' b=012 c='12:30:45' d=1.10}"),
    ("[2013-02-30, 2013-08, 0x1F, 0o17, .inf]", "['2013-02-30' '2013-08' 0x1F 0o17 .inf]"),
    ("[+1, -1.5e3, ., 1_000, 1., .5, 0x, -]", "[+1 -1.5e3 '.' '1_000' 1. .5 '0x' '-']"),
    (
      "[~, null, Null, nULL, true, True, yes, off]", "[null null null 'nULL' true true 'yes' 'off']"
    ),
    ("{a: , b: '', c: \"1\", d: 'true'}", "{a=null b='' c='1' d='true'}"),
    ("1: a\ntrue: b\n~: c\n", "{1='a' true='b' ~='c'}"),
    ("a: |+\n  x\n\n\nb: >-\n  y\n  z\n", "{a='x\n\n\n' b='y z'}"),
    ("t: \"\\e]0;x\\a\"", "{t='\u{1B}]0;x\u{7}'}"),
    ("\u{FEFF}é: 'ü'", "{é='ü'}"), ("a: 1\r\nb: 2\r\n", "{a=1 b=2}"), ("# only\n--- \n", "null"),
    ("a: b?\n? c\n: d ?\n", "{a='b?' c='d ?'}"),
  ])
  func valuesAreReadByTheCoreSchemaOfYAML12(text: String, expected: String) {
    #expect(read(text) == [expected])
  }

  @Test(arguments: [
    ("- &x {p: 1}\n- *x", "[{p=1} {p=1}]"), ("&k key: 1\nother: *k", "{key=1 other='key'}"),
    ("- &x 1\n- &x 2\n- *x", "[1 2 2]"), ("- &k 7\n- *k : v", "[7 {7='v'}]"),
  ])
  func aliasesStandForWhatTheyName(text: String, expected: String) {
    #expect(read(text) == [expected])
  }

  @Test(arguments: [
    ("a: *nope", "1:4 unknownAlias(\"nope\")"), ("&a [1, *a]", "1:8 aliasCycle(\"a\")"),
    ("? [a]\n: 1", "1:3 keyIsNotText"), ("- &x [1]\n- *x : 1", "2:3 keyIsNotText"),
    (
      "x: !!python/object/apply:os.system [\"id\"]",
      "1:4 refusedTag(\"tag:yaml.org,2002:python/object/apply:os.system\")"
    ),
  ])
  func whatCannotBeATreeIsRefused(text: String, expected: String) {
    #expect(read(text) == [expected])
  }

  @Test(arguments: [
    ("a: !!str 12\nb: ! 12", "{a='12' b='12'}"), ("a: !!int 12\nb: !!float 1", "{a=12 b=1}"),
    ("a: !!int '12'", "{a=12}"), ("a: !!binary R0lG", "{a='R0lG'}"), ("!!map {a: 1}", "{a=1}"),
    ("a: !!int x", "{a='x'} | 1:4 unfitTag(\"tag:yaml.org,2002:int\")"),
    ("a: !mine 1", "{a=1} | 1:4 unknownTag(\"!mine\")"),
    ("a: !mine [1]", "{a=[1]} | 1:4 unknownTag(\"!mine\")"),
    ("b: &b {x: 1}\nc:\n  <<: *b\n", "{b={x=1} c={<<={x=1}}} | 3:3 mergeKey"),
    ("'<<': 1", "{<<=1}"),
    ("a: 'x\u{2028}y'", "{a='x\u{2028}y'} | 1:6 lineSeparator(\"\\u{2028}\")"),
  ])
  func tagsAndMergeKeysWarnAndKeepTheValue(text: String, expected: String) {
    #expect(read(text) == [expected])
  }

  @Test(arguments: [
    ("a:\n  b: 1\n c: 2\n", "3:2 badIndentation(context: 1:1)"),
    ("- a\n b: 1\n", "2:3 unquotedColon"), ("title: Foo: bar", "1:11 unquotedColon"),
    ("a:\n\tb: 1", "2:1 tabIndentation"), ("é: 1\nb\nc: 2", "2:1 keyWithoutColon"),
    ("a: \"b\nc: 2\n", "3:1 unclosedQuote(opened: 1:4)"),
    ("a: \"b\nc: 2\nd: \"e\"\n", "3:5 unclosedQuote(opened: 1:4)"),
    ("a: [1, 2\nb: 3", "2:2 expected([comma, arrayEnd], found: (\":\"))"),
    ("a: [1, 2", "1:9 incomplete(expected: [comma, arrayEnd], opened: 1:4)"),
    ("a: {b: 1\n", "2:1 incomplete(expected: [comma, objectEnd], opened: 1:4)"),
    ("a: {b: 1} c", "1:11 trailingContent(found: (\"c\"))"),
    ("a: @b", "1:4 expected([value], found: (\"@\"))"), ("a: \"\\q\"", "1:5 badEscape"),
    ("a: b\0c", "1:5 controlCharacter(\"\\0\")"),
    ("a: \u{7F}", "1:4 controlCharacter(\"\\u{7F}\")"),
    ("a: [?b]", "1:6 unquotedQuestionMark"),
    ("a: %x", "1:4 expected([value], found: (\"%\"))"),
  ])
  func anErrorNamesItsPlaceAndFact(text: String, expected: String) {
    #expect(read(text) == [expected])
  }

  @Test func bytesThatAreNotUTF8AreNamedWithTheirPlace() {
    #expect(read(Array("é: ".utf8) + [0xFF]) == ["1:4 invalidUTF8(255, guess: nil)"])
    #expect(
      read(Array("a: Se".utf8) + [0xF1] + Array("or".utf8))
        == ["1:6 invalidUTF8(241, guess: windows1252)"])
    #expect(read(Array("a: caf".utf8) + [0xE9]) == ["1:7 invalidUTF8(233, guess: windows1252)"])
    let wide = Array("a: b\n".utf8).flatMap { [$0, 0 as UInt8] }
    #expect(read([0xFF, 0xFE] + wide) == ["1:1 looksLike(text(utf16LittleEndian))"])
    #expect(read(wide) == ["1:2 looksLike(text(utf16LittleEndian))"])
  }

  @Test func documentsOfAStreamAreReadOneByOne() throws {
    let source = SourceText(copying: "a: 1\n---\nb: 2\n...\n---\nc: 3\n".utf8, firstLine: 11)
    let reader = YAMLTreeReader()
    let tree = DataTree()
    reader.open(source)
    var found: [String] = []
    while case .value(let range) = reader.nextDocument(into: tree) {
      found.append("\(range) \(TreeText.of(tree.position(of: 1))) \(TreeText.of(tree))")
    }
    #expect(found == ["0..<5 11:1 {a=1}", "5..<17 13:1 {b=2}", "18..<27 16:1 {c=3}"])
  }

  @Test(arguments: [
    (
      "a: 1\n---\nb: [\n---\nc: 3\n",
      ["{a=1}", "4:1 expected([value], found: (\"-\"))", "{c=3}"]
    ),
    (
      "%BAD\n---\na: 1\n---\nb: 2",
      ["1:5 syntax(\"found unknown directive name\")", "{b=2}"]
    ),
    ("--- *x\n--- 2\n", ["1:5 unknownAlias(\"x\")", "2"]), ("", []), ("# nothing\n", []),
  ])
  func aBadDocumentHidesNoOther(text: String, expected: [String]) {
    #expect(read(text) == expected)
  }

  @Test func limitsHaveNames() {
    #expect(read(String(repeating: "[", count: 100_000)) == ["1:257 depthLimit(256)"])
    let deep = (0..<1_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(read(deep) == ["257:257 depthLimit(256)"])
    var limits = TreeLimits()
    limits.keysPerObject = 2
    limits.aliasNodes = 5
    limits.aliasBytes = 9
    #expect(
      read(Array("- &a abc\n- *a\n- *a\n- [*a]\n- *a".utf8), limits: limits)
        == ["5:3 aliasTextLimit(9)"])
    #expect(
      read(Array("a: 1\nb: 2\nc: 3".utf8), limits: limits) == ["3:1 tooManyKeys(limit: 2)"])
    #expect(
      read(Array("- &a [1, 2]\n- *a\n- *a".utf8), limits: limits) == ["3:3 aliasLimit(5)"])
  }

  @Test func aStreamThatHasToBeOneDocumentIsOne() throws {
    let tree = DataTree()
    try YAMLTreeReader().read(SourceText(copying: "a: 1".utf8), into: tree)
    #expect(TreeText.of(tree) == "{a=1}")
    #expect(throws: TreeError(.empty, at: SourcePosition(line: 1, column: 2, byteOffset: 1))) {
      try YAMLTreeReader().read(SourceText(copying: "#".utf8), into: tree)
    }
    #expect(throws: TreeError.self) {
      try YAMLTreeReader().read(SourceText(copying: "a: 1\n---\nb: 2".utf8), into: tree)
    }
  }

  @Test func aStreamCutAnywhereNeverFailsBehindItsEnd() {
    let text = Array("%YAML 1.2\n---\na: &x [1, 'é', \"\\u00e9\"]\nb: {c: *x}\nd: |\n  é\n".utf8)
    for end in 0..<text.count {
      let reader = YAMLTreeReader()
      let tree = DataTree()
      reader.open(SourceText(copying: text[..<end]))
      while let record = reader.nextDocument(into: tree) {
        if case .refused(let error, _) = record {
          #expect(error.position.byteOffset.map { $0 <= end } == true)
        }
      }
    }
  }
}
