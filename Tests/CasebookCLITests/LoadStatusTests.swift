import Testing

/// The same files end every command with the same status: 0 if all was read, 1 if something in them
/// was refused, 3 if one was not read.
struct LoadStatusTests {
  private static let commands = [
    "list lib", "list lib --format csv", "list lib --format jsonl", "count lib", "check lib",
    "check lib --format json", "show ok lib", "timeline ok lib", "facets status lib",
    "pathways lib", "export lib --format jsonl", "export lib --format markdown", "convert lib",
    "--plain -c list lib",
  ]

  @Test(arguments: [
    ("", 0),
    ("echo '{' > lib/b.json", 1),
    ("echo 'title: {' > lib/casebook.yaml", 1),
    ("echo 'nonsense: 1' > lib/casebook.yaml", 1),
    ("mkdir lib/casebook.yaml", 3),
    ("ln -s /etc/hostname lib/casebook.yaml", 3),
    ("ln -s no.yaml lib/b.yaml", 3),
    ("ln -s /etc/hostname lib/b.yaml", 3),
    ("mkfifo lib/b.json", 3),
    ("printf x > lib/b.jsonl.gz", 3),
    ("echo '{\"id\":\"b\"}' | gzip | head -c 20 > lib/b.jsonl.gz", 3),
    ("printf '\\n' > lib/b.csv", 3),
    ("truncate -s 20G lib/b.yaml", 3),
    ("ln -s no.yaml lib/b.yaml; echo '{' > lib/c.json", 3),
    ("ln -s . lib/again", 0),
  ])
  func everyCommandEndsWithOneStatus(make: String, status: Int32) throws {
    let run = try ShellRun(
      """
      mkdir lib
      echo '{"id":"ok","status":"open","events":[{"type":"hearing","date":"2013-01-02"}]}' \\
        > lib/a.json
      \(make)
      while read -r words; do
        casebook $words > /dev/null 2> errors < /dev/null; echo "$? $words"
      done < .input
      """, input: Self.commands.map { $0 + "\n" }.joined())
    #expect(run.text == Self.commands.map { "\(status) \($0)\n" }.joined())
  }

  @Test func aLibraryOfWhichNothingCouldBeReadEndsWithThree() throws {
    let run = try ShellRun(
      """
      mkdir lib; printf x > lib/a.yaml.gz
      casebook count lib; echo $?; casebook check lib; echo $?
      """)
    #expect(run.text.hasPrefix("3\nerror: lib/a.yaml.gz: "), "\(run.text)")
    #expect(run.text.hasSuffix("0 cases loaded, 1 file not read.\n3\n"), "\(run.text)")
    #expect(run.complaint.hasPrefix("casebook: error: lib/a.yaml.gz: "), "\(run.complaint)")
  }
}
