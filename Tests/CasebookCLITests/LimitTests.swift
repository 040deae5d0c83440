import Testing

/// Any input ends within a named limit, in bounded memory.
@Suite struct LimitTests {
  /// What makes the file, its name, and what is said of it.
  private static let bombs: [(make: String, name: String, says: String)] = [
    ("printf '[%.0s' {1..100000}", "a.yaml", "depth"),
    ("printf '[%.0s' {1..100000}", "a.json", "depth"),
    ("printf '{\"a\":%.0s' {1..100000}", "a.jsonl", "depth"),
    ("printf -- '- %.0s' {1..20000}", "a.yaml", "depth"),
    (
      "printf 'a0: &a0 [x,x,x,x,x,x,x,x,x,x]\\n'; for i in {1..30}; do "
        + "printf \"a$i: &a$i [*a$((i-1)),*a$((i-1)),*a$((i-1)),*a$((i-1))]\\n\"; done",
      "a.yaml", "alias"
    ),
    ("echo 'a: &a [*a]'", "a.yaml", "a"),
    (
      "echo '{'; for i in {1..10050}; do echo \"\\\"k$i\\\": 1,\"; done; echo '\"z\": 1}'",
      "a.json",
      "keys"
    ),
    (
      "printf '{\"id\":\"'; head -c 17825792 /dev/zero | tr '\\0' x; echo '\"}'", "a.jsonl",
      "record"
    ),
    ("printf 'c%d,' {1..5000}; echo; printf '1,%.0s' {1..5000}", "a.csv", "columns"),
    ("printf '%.0s-' {1..3}; head -c 3000000 /dev/zero | tr '\\0' '#'", "a.yaml", "a.yaml"),
  ]

  @Test(arguments: bombs.indices)
  func itIsNamedAndTheNextFileLoads(index: Int) throws {
    let bomb = Self.bombs[index]
    let run = try ShellRun(
      """
      mkdir lib; (\(bomb.make)) > lib/\(bomb.name); echo 'id: good' > lib/z.yaml
      ulimit -v 900000; casebook check lib; casebook list lib --columns id 2>/dev/null
      """)
    #expect(run.text.contains("lib/\(bomb.name)"), "\(run.text.prefix(2_000))")
    #expect(run.text.contains(bomb.says), "\(run.text.prefix(2_000))")
    #expect(run.text.contains("good"), "\(run.text.prefix(2_000))")
    #expect(run.complaint.count < 2_000)
  }

  @Test func ofManyMistakesNoneIsLeftOut() throws {
    let run = try ShellRun(
      "for i in {1..3000}; do echo '{\"date\":\"2013-02-30\"}'; done > a.jsonl\n"
        + "casebook check a.jsonl | wc -l; casebook count a.jsonl")
    #expect(run.text == "3001\n3000\n")
    #expect(run.complaint.contains("3,000 dates not read"), "\(run.complaint)")
  }

  @Test(arguments: [
    "(a|a)*b", "((((((((((a*)*)*)*)*)*)*)*)*)*", "(x+x+)+y", "a{1000}{1000}", "[", "(", "\\",
    ".{0,1000}.{0,1000}.{0,1000}z",
  ])
  func expressionsThatExplodeElsewhereAnswerOrAreRefused(pattern: String) throws {
    let run = try ShellRun(
      "ulimit -v 900000; echo \"title: $(printf 'a%.0s' {1..5000})\" > a.yaml\n"
        + "casebook count a.yaml -f '/\(pattern)/'")
    #expect([0, 2].contains(run.status), "\(run.complaint)")
  }

  @Test(arguments: [
    ("echo 'a: [[[[x]]]]' > a.yaml; casebook check a.yaml --set-limit depth=3", "depth", 1),
    ("echo 'id: abc' > a.yaml; casebook check a.yaml --set-limit file-size=4", "file-size", 3),
    (
      "printf 'id,title\\n%s' \"$(for i in {1..9}; do echo 1,$i; done)\" > a.csv; "
        + "casebook check a.csv --set-limit case-rows=8", "case-rows", 1
    ),
    (
      "mkdir -p a/b/c/d; echo 'id: x' > a/b/c/d/x.yaml; casebook check a --set-limit folder-depth=2",
      "folder-depth", 3
    ),
  ])
  func limitsAreSetByName(line: String, name: String, status: Int32) throws {
    let run = try ShellRun(line)
    #expect(run.text.contains(name), "\(run.text)\(run.complaint)")
    #expect(run.status == status)
  }

  @Test(arguments: [
    ("depth", "casebook: --set-limit depth has no number."),
    ("dept=3", "casebook: There is no limit dept. Did you mean depth?"),
    ("depth=x", "casebook: x is no number for the limit depth."),
  ])
  func aLimitThatIsNoneIsRefused(setting: String, complaint: String) throws {
    let run = try ShellRun("casebook count --set-limit '\(setting)'")
    #expect(run.complaint.hasPrefix(complaint))
    #expect(run.status == 2)
  }
}
