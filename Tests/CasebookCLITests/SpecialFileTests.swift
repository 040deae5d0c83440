import Glibc
import Testing

/// What is no regular file, cannot be read or has an odd name: refused by its kind at once, and
/// the others load.
@Suite struct SpecialFileTests {
  /// What the special file is, how it is made, and what is said of it.
  private static let kinds: [(make: String, says: String)] = [
    ("mkfifo lib/x.json", "lib/x.json: Not a regular file (FIFO)"),
    (
      "python3 -c \"import socket; socket.socket(socket.AF_UNIX).bind('lib/x.json')\"",
      "lib/x.json: Not a regular file (socket)"
    ),
    ("ln -s /dev/zero lib/x.json", "lib/x.json: Not a regular file (character device)"),
    ("ln -s y.json lib/x.json; ln -s x.json lib/y.json", "lib/x.json: "),
    ("ln -s no-such-file lib/x.json", "lib/x.json: "),
    ("truncate -s 20G lib/x.json", "lib/x.json: "),
    ("printf '\\x7fELF\\0\\0' > lib/x.json", "lib/x.json:1:1: "),
  ]

  @Test(arguments: kinds.indices)
  func itIsNamedAndTheOthersLoad(index: Int) throws {
    let kind = Self.kinds[index]
    let run = try ShellRun(
      """
      mkdir lib; echo 'id: good' > lib/a.yaml; echo 'id: last' > lib/z.yaml
      \(kind.make)
      casebook list lib --columns id 2>/dev/null; casebook check lib
      """)
    #expect(run.text.hasPrefix("id\ngood\nlast\n"), "\(run.text)\(run.complaint)")
    #expect(run.text.contains("error: " + kind.says), "\(run.text)")
    #expect(run.text.contains("2 cases loaded, "), "\(run.text)")
    #expect(run.status != 0)
  }

  @Test func aFolderNamedAsAFileIsWalkedAndLoopsOfFoldersEnd() throws {
    let run = try ShellRun(
      """
      mkdir -p lib/isdir.json/deep; echo 'id: in' > lib/isdir.json/deep/a.yaml
      ln -s . lib/loop; ln -s ../.. lib/isdir.json/up; echo 'id: b' > lib/b.yaml
      casebook list lib --columns id; casebook count lib
      """)
    #expect(run.text.hasPrefix("id\n"))
    #expect(Set(run.text.split(separator: "\n").dropFirst().map(String.init)) == ["b", "in", "2"])
  }

  @Test func linksOutOfTheFolderAreNamedAndNotRead() throws {
    let run = try ShellRun(
      """
      mkdir lib out; echo 'id: outside' > out/a.yaml; ln -s ../out/a.yaml lib/link.yaml
      echo 'id: inside' > lib/b.yaml
      casebook list lib --columns id; casebook check lib
      """)
    let says = "lib/link.yaml: A link that leads out of the opened folder, to /"
    #expect(run.text.hasPrefix("id\ninside\nerror: \(says)"), "\(run.text)\(run.complaint)")
    #expect(run.text.hasSuffix("1 case loaded, 1 file not read.\n"))
    #expect(run.complaint.contains(says))
    #expect(run.status == 3)
  }

  @Test func whatALinkLeadsToIsReadWhereItIsNamed() throws {
    let run = try ShellRun(
      """
      mkdir lib out; echo 'id: outside' > out/a.yaml; ln -s ../out/a.yaml lib/link.yaml
      ln -s lib opened; casebook count out/a.yaml lib/link.yaml; casebook count opened/link.yaml
      """)
    #expect(run.text == "1\n1\n", "\(run.complaint)")
    #expect(run.status == 0)
  }

  @Test(arguments: [
    "'-rf.yaml'", "'$(touch pwned).yaml'", "'a; touch pwned; .yaml'", "$'new\\nline.yaml'",
    "$'esc\\e]0;x\\a.yaml'", "$'rlo\\u202elmay.yaml'", "\"$(printf 'n%.0s' {1..250}).yaml\"",
    "'blank .yaml'", "'*.yaml'",
  ])
  func oddNamesAreOpenedAndNothingOfThemRuns(name: String) throws {
    let run = try ShellRun(
      """
      mkdir lib; cd lib; echo '{' > ./\(name); cp ./\(name) ok; echo 'title: x' > ./\(name); cd ..
      casebook count lib; cd lib; casebook count -- \(name); casebook check . | cut -d: -f-3
      ls pwned ../pwned 2>/dev/null
      """)
    #expect(
      run.text == """
        1
        1
        note: ./ok: Not a kind of file Casebook reads
        1 case loaded, 0 records refused.

        """, "\(run.text)\(run.complaint)")
  }

  @Test func foldersThreeHundredLevelsDeepAreWalkedToALimit() throws {
    let run = try ShellRun(
      """
      mkdir lib; echo 'id: top' > lib/a.yaml
      mkdir -p "lib/$(printf 'deep/%.0s' {1..300})"
      echo 'id: bottom' > "lib/$(printf 'deep/%.0s' {1..300})x.yaml"
      casebook count lib
      """)
    #expect(run.text == "2\n" || run.text == "1\n" && run.complaint.contains("check"))
  }

  @Test func ofTwoThousandFilesOneBadOneIsNamed() throws {
    let run = try ShellRun(
      """
      mkdir lib; for i in {1..2000}; do echo "id: c$i" > lib/$i.yaml; done; echo '[' > lib/77.yaml
      casebook count lib 2>/dev/null; casebook check lib
      """)
    #expect(run.text.hasPrefix("1999\nerror: lib/77.yaml:"))
    #expect(run.text.hasSuffix("1,999 cases loaded, 1 record refused.\n"), "\(run.text)")
  }

  @Test func filesOfTheSystemWithoutASizeAreRead() throws {
    let run = try ShellRun("ln -s /proc/self/status a.yaml; casebook check a.yaml")
    #expect(run.status <= 1, "\(run.complaint)")
    #expect(run.text.contains("a.yaml"), "\(run.text)")
  }
}
