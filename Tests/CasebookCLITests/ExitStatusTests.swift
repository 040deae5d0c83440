import Testing

/// The exit status says how it went, and standard error says why.
@Suite struct ExitStatusTests {
  @Test(arguments: [
    ("casebook count", 0), ("casebook --help", 0), ("casebook --version", 0),
    ("casebook list --help", 0), ("casebook help list", 0),
    ("casebook --plain -c 'list 2'", 0), ("casebook --plain -c 'nonsense'", 1),
    ("echo '{\"events\":1}' | casebook count -", 1),
    ("echo '{\"events\":1}' | casebook check -", 1),
    ("casebook list --no-such-option", 2), ("casebook list --format nonsense", 2),
    ("casebook list --limit x", 2), ("casebook list --limit=-1", 2), ("casebook list -f", 2),
    ("casebook count -f 'nonsense:'", 2), ("casebook count -f 'nosuchfield:x'", 2),
    ("casebook count -f '('", 2), ("casebook list --columns id,nosuchfield", 2),
    ("casebook show", 2), ("casebook show nosuchcase", 2), ("casebook facets nosuchfield", 2),
    ("casebook timeline ct-2024-0007 --width 5", 2), ("casebook --theme nonsense", 2),
    ("casebook stats 'jail_release->ice_arrest' --within 30d", 0),
    ("casebook census detainer", 0), ("casebook flows ice_custody --by facility", 0),
    ("casebook census nonsense", 2), ("casebook census detainer --from nonsense", 2),
    ("casebook census ice_arrest", 2), ("casebook flows ice_custody", 2),
    ("casebook flows ice_custody --by sex", 2), ("casebook facets age --bins 1d", 2),
    ("casebook facets ice_custody.length --bins 3d,1d", 2),
    ("casebook facets sex --count events", 2),
    ("casebook stats 'nonsense->removal'", 2), ("casebook stats age --within 30d", 2),
    ("casebook stats age --within 30", 2), ("casebook count --within 30d", 2),
    ("casebook stats 'detainer->removal' --by charge", 2),
    ("casebook count --within=-1", 2), ("casebook count --within x", 2),
    ("casebook count nosuchfile.yaml", 3), ("casebook nosuchfile", 3),
    ("casebook check nosuchfile.yaml", 3), ("casebook count --profile nosuchfile", 3),
    ("casebook count nosuchfile.yaml script", 3),
    ("echo 'id: a' > a.yaml; casebook count a.yaml nosuchfile.yaml", 3),
    ("mkfifo pipe.yaml; casebook count pipe.yaml", 3), ("casebook count /dev/zero", 3),
  ])
  func statusSaysHowItWent(line: String, status: Int32) throws {
    let run = try ShellRun(line)
    #expect(run.status == status, "\(run.complaint)")
    #expect(status == 0 || !run.errors.isEmpty || !run.output.isEmpty)
    // Help and answers go to one stream, complaints to the other.
    let isNote = ["stats", "census", "flows"].contains { line.contains("casebook \($0)") }
    #expect(status != 0 || isNote || run.errors.isEmpty, "\(run.complaint)")
    #expect(
      status < 2 || run.output.isEmpty || line.contains("a.yaml") || line.contains("check"),
      "\(run.text)")
  }

  /// A command that prints tables has no `--plain`; what to type instead is said, and runs.
  @Test(arguments: [
    ("list --plain", "list"), ("facets --plain sex", "facets sex"),
    ("show EX-004 --plain", "go EX-004; show"), ("timeline --plain ex-004", "go ex-004; timeline"),
    ("pathways --plain", "pathways"), ("check --plain", "check"),
  ])
  func plainModeIsNamedWhereThereIsNone(_ words: String, _ line: String) throws {
    let run = try ShellRun("casebook \(words)")
    #expect(run.status == 2)
    #expect(run.complaint.contains("casebook --plain -c '\(line)' prints this in sentences."))
    #expect(try ShellRun("casebook --plain -c '\(line)'").status == 0)
  }

  @Test func whatWasLoadedIsWrittenThoughRecordsWereRefused() throws {
    let run = try ShellRun(
      "casebook list - --format jsonl",
      input: "{\"id\":\"a\"}\n{\"id\":\"b\",\"events\":1}\n{\"id\":\"c\",\"odd\":1}\n")
    #expect(run.text == "{\"id\":\"a\"}\n{\"id\":\"c\",\"odd\":1}\n")
    #expect(run.complaint == "casebook: 1 record refused; casebook check tells them.\n")
    #expect(run.status == 1)
  }

  @Test func datesThatCannotBeReadRefuseNothingAndAreTold() throws {
    let record = "{\"id\":\"a\",\"date\":\"13/10/2023\"}\n"
    let list = try ShellRun("casebook list - --format jsonl", input: record)
    #expect(list.text == record)
    #expect(list.complaint == "casebook: 1 date not read; casebook check names them.\n")
    #expect(list.status == 0)
    let check = try ShellRun("casebook check -", input: record)
    #expect(
      check.text == """
        warning: standard input:1:18: "13/10/2023" is not a date: write "2023-10-13" if that is \
        meant; kept as text
        1 case loaded, 0 records refused, 1 date not read.

        """)
    #expect(check.status == 0)
  }

  @Test func aPartSaysThatItIsOne() throws {
    let make = "for i in a b c; do echo \"id: $i\" > $i.yaml; done; "
    let whole = try ShellRun(make + "casebook count --within 1000 a.yaml b.yaml c.yaml")
    #expect(whole.text == "3\n" && whole.complaint == "" && whole.status == 0)
    let part = try ShellRun(make + "casebook count --within 0 a.yaml b.yaml c.yaml")
    #expect(part.text == "0\n")
    #expect(part.complaint == "casebook: partial: loading was stopped at 0 cases.\n")
    #expect(part.status == 1)
    let check = try ShellRun(make + "casebook check --within 0 --format json a.yaml")
    #expect(
      check.text
        == "{\"cases\":0,\"refused\":0,\"unread_files\":0,\"unreadable_dates\":0,\"partial\":true,\"problems\":[]}\n"
    )
    #expect(check.status == 1)
  }

  @Test func aFileThatCannotBeOpenedIsNamedBesideWhatWasLoaded() throws {
    let run = try ShellRun("echo 'id: a' > a.yaml; casebook count a.yaml no.yaml")
    #expect(run.text == "1\n")
    #expect(
      run.complaint == """
        casebook: error: no.yaml: Cannot be opened: no such file or folder.
        casebook: 1 file not read; casebook check tells them.

        """)
    #expect(run.status == 3)
  }

  @Test(arguments: [
    ("casebook list > /dev/full", 3, "casebook: Cannot write: the disk is full.\n"),
    ("casebook --help > /dev/full", 3, "casebook: Cannot write: the disk is full.\n"),
    ("casebook --plain -c list > /dev/full", 3, "casebook: Cannot write: the disk is full.\n"),
    ("casebook list >&-", 3, "casebook: Cannot write: standard output is closed.\n"),
    ("casebook list <&- >&-", 3, "casebook: Cannot write: standard output is closed.\n"),
    ("casebook list >&- 2>&-", 3, ""), ("casebook list 2>&-", 0, ""),
    ("casebook count nosuchfile 2>&-", 3, ""), ("echo '{' | casebook count - 2>&-", 3, ""),
    (
      "for i in {1..200}; do echo \"{\\\"id\\\":\\\"$i\\\"}\"; done > a.jsonl\n"
        + "(ulimit -f 1; casebook list a.jsonl --format json > out)", 3,
      "casebook: Cannot write: the file would be larger than allowed.\n"
    ),
    ("set -o pipefail; casebook list --format json | head -c 1 > /dev/null", 141, ""),
    ("trap '' PIPE; set -o pipefail; casebook list --format json | :", 141, ""),
  ])
  func writingThatFailsIsNoticed(line: String, status: Int32, complaint: String) throws {
    // A pipe takes what is written at once as long as there is room: only more than that fails.
    let line = line.replacing("--format json |", with: "a.yaml --format json |")
    let cases = (1...20_000).map { "- {id: case-\($0)}\n" }.joined()
    let run = try ShellRun(
      line.contains("a.yaml") ? "cp .input a.yaml; \(line)" : line,
      input: line.contains("a.yaml") ? cases : "")
    #expect(run.status == status)
    #expect(run.complaint == complaint)
  }

  @Test(arguments: ["-n 8", "-v 900000", "-s 512"])
  func smallLimitsOfTheSystemAreEnough(limit: String) throws {
    let run = try ShellRun("ulimit \(limit); casebook count -f hartford")
    #expect(run.text == "1\n", "\(run.complaint)")
    #expect(run.status == 0)
  }
}
