import Testing

/// What `export` writes reads back, keeps others safe, and never harms what is there.
@Suite struct ExportTests {
  /// A case whose texts a spreadsheet would take for formulas.
  private static let formulas = """
    cat > a.yaml <<'END'
    id: a
    title: "=1+1"
    status: "'=2"
    place: "@home, Texas"
    tags: [x, y]
    subject: {label: S, age: 26, sex: male, citizenship: "+Honduras"}
    events:
      - {type: detainer, date: 2023-10-13/2024-02-01, agency: "-ERO", outcome: declined, odd: "\\tx"}
      - {type: hearing, text: "two\\nlines"}
    END
    """

  @Test(arguments: ["csv", "jsonl"])
  func whatIsWrittenReadsBack(format: String) throws {
    let run = try ShellRun(
      """
      \(Self.formulas)
      casebook export a.yaml -o b.\(format) && casebook export b.\(format) -o c.\(format)
      cmp b.\(format) c.\(format) && casebook show a b.\(format) --format json > b.json
      grep -c '"=1+1"' b.json; grep -c "\\"'=2\\"" b.json; grep -c '"-ERO"' b.json
      """)
    #expect(run.complaint == "")
    #expect(
      run.text == """
        1 case written to b.\(format).
        1 case written to c.\(format).
        1
        1
        1

        """)
  }

  @Test func aTableGuardsFormulasUnlessToldOtherwise() throws {
    let run = try ShellRun(
      """
      \(Self.formulas)
      casebook export a.yaml --format csv | grep -c ",'=1+1,''=2,"
      casebook export a.yaml --format csv --raw-csv | grep -c ",=1+1,'=2,"
      """)
    #expect(run.text == "2\n2\n")
  }

  @Test func everySampleSurvivesConversion() throws {
    let run = try ShellRun(
      """
      casebook sample s > /dev/null
      casebook convert s -o b.jsonl && casebook convert b.jsonl -o c.jsonl
      cmp b.jsonl c.jsonl && casebook count c.jsonl
      """)
    #expect(run.text == "36 cases written to b.jsonl.\n36 cases written to c.jsonl.\n36\n")
  }

  @Test func aChronologyNamesTheSourceOfEveryEvent() throws {
    let run = try ShellRun("casebook export -f id:ct-2024-0007 --format markdown")
    let lines = run.text.split(separator: "\n")
    let events = lines.filter { $0.hasPrefix("### ") }
    #expect(lines.first == "# Detainer not honored, Hartford Correctional Facility")
    #expect(events.count == 9)
    #expect(lines.filter { $0.hasPrefix("- Source: ") }.count >= events.count)
    #expect(lines.contains("## Sources"))
  }

  @Test func theSharedFormHoldsNothingThatLeadsToAPerson() throws {
    let run = try ShellRun("casebook export --share --format jsonl")
    #expect(run.complaint.hasPrefix("casebook: Shared form: dates to the month"))
    #expect(run.text.split(separator: "\n").count == 36)
    for trace in [
      "ct-2024", "Hartford", "summary", "title", "facility", "\"text\"", "url", "Subject",
      "2024-04-19", "New Britain",
    ] {
      #expect(!run.text.contains(trace), "\(trace)")
    }
    #expect(run.text.contains("\"2024-04\""))
  }

  @Test func aSharedChronologyBeginsWithWhatWasMadeCoarser() throws {
    let run = try ShellRun("casebook export --share --format markdown -f id:ct-2024-0007")
    let head = run.text.split(separator: "\n").first ?? ""
    #expect(head.hasPrefix("_Shared form: dates to the month, places"))
    #expect(head.hasSuffix("cases withheld._"))
    #expect(run.text.contains("\n# Left out\n\n- Left out: title 1, "))
  }

  @Test func aLinkIsFollowedAndAModeKept() throws {
    let run = try ShellRun(
      """
      touch real.csv; chmod 640 real.csv; ln -s real.csv link.csv
      casebook export -o link.csv -f id:ex-001; stat -c %a real.csv; readlink link.csv
      ls | grep -c casebook-
      """)
    #expect(run.text == "1 case written to link.csv.\n640\nreal.csv\n0\n")
  }

  @Test(arguments: [
    ("casebook sample s >/dev/null; casebook export s -o s/ex-001.yaml --format csv", 3),
    ("casebook export -o /dev/full --format csv", 3),
    ("mkdir d; casebook export -o d --format csv", 3),
    ("casebook export -o no/such/x.csv", 3), ("casebook export", 2),
    ("casebook export -o x.txt", 2),
  ])
  func whatCannotBeWrittenIsSaid(line: String, status: Int32) throws {
    let run = try ShellRun("\(line); echo $? >&2; ls | grep -c casebook- >&2")
    #expect(run.complaint.split(separator: "\n").suffix(2) == ["\(status)", "0"])
    #expect(run.complaint.hasPrefix("casebook: "))
  }

  @Test func theSchemaIsJSON() throws {
    let run = try ShellRun("casebook schema > s.json; casebook check s.json --format json")
    #expect(run.text.contains("\"refused\":0"))
  }
}
