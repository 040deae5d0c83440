import Testing

/// `casebook profile`, and what `check` says of profiles.
@Suite struct ProfileCommandTests {
  private static let table = """
    printf 'Inmate No,Name,Booked,Released,Jail\\n' > jail.csv
    for i in {1..9}; do
      printf 'J%d,N,1/1%d/2024,2/1%d/2024,%s\\n' $i $i $i $((i % 2 ? 1 : 2))-JAIL >> jail.csv
    done
    """

  @Test(arguments: ["jail.csv", "jail.csv.gz", "- < jail.csv"])
  func whatItWritesIsReadAndShowsDatedEvents(path: String) throws {
    let run = try ShellRun(
      """
      \(Self.table)
      gzip -k jail.csv
      casebook profile \(path) > p.yaml && casebook list --profile p.yaml \(path) \
        --columns id,jail_custody --limit 1
      casebook show --profile p.yaml J3 \(path) | head -c 4000
      """)
    #expect(run.status == 0, "\(run.complaint)")
    #expect(run.text.contains("J1"), "\(run.text)\(run.complaint)")
    #expect(run.text.contains("13 Jan"), "\(run.text)\(run.complaint)")
    #expect(run.complaint == "", "\(run.complaint)")
  }

  @Test func aKnownTableIsNamedAndDraftedIfAsked() throws {
    let rows = "2024-01-02,f1\\n2024-02-02,f1\\n2024-02-03,f2\\n"
    let make = "printf 'Apprehension Date,Unique Identifier\\n\(rows)' > a.csv\n"
    let known = try ShellRun(make + "casebook profile a.csv")
    #expect(known.output.isEmpty)
    #expect(
      known.complaint == """
        casebook: a.csv is read by the profile "ICE arrests"; casebook profile --show ddp-arrests \
        prints it; --draft writes a new one.

        """)
    let drafted = try ShellRun(make + "casebook profile --draft a.csv")
    #expect(drafted.text.contains("id: \"<Unique Identifier>\""), "\(drafted.text)")
  }

  @Test func theBuiltInOnesAreListedAndShown() throws {
    let list = try ShellRun("casebook profile --list")
    #expect(list.text.contains("ddp-removals: Removals by ICE, one row a removal.\n"))
    #expect(list.text.split(separator: "\n").count == 15)
    let shown = try ShellRun(
      "for n in $(casebook profile --list | cut -d: -f1); do casebook profile --show $n > p.yaml; "
        + "echo 'id: a' > a.yaml; casebook count a.yaml --profile p.yaml; done | sort -u")
    #expect(shown.text == "1\n")
    let wrong = try ShellRun("casebook profile --show ddp-arests")
    #expect(wrong.status == 2)
    #expect(
      wrong.complaint
        == "casebook: There is no built-in profile \"ddp-arests\". Did you mean ddp-arrests?\n")
  }

  @Test func everythingWrongWithProfilesIsSaidAtOnce() throws {
    let run = try ShellRun(
      """
      printf 'profile: 1\\nrest: evnt\\ncase: {title: <Name|titel>}\\n' > a.yaml
      printf 'profile: 1\\nheader: {hass: [a]}\\n' > b.yaml
      casebook count --profile a.yaml --profile b.yaml
      """)
    #expect(run.status == 2)
    #expect(
      run.complaint == """
        casebook: a.yaml:2:7: "evnt" is no value of "rest", which takes event, case, nowhere.
        casebook: a.yaml:3:15: "<Name|titel>" is no template: "titel" is no style; allowed: \
        written, title, lower, key. Did you mean "title"?
        casebook: b.yaml:2:10: "hass" is no key here; allowed: has, has any, lacks, within, \
        columns, dates in. Did you mean "has"?

        """)
  }

  @Test func checkSaysHowATableWasRead() throws {
    let run = try ShellRun(
      """
      printf 'Apprehension Date And Time,Anonymized ID,Birth Date,Gender,Ward\\n' > a.csv
      printf '1/31/2024,f1,1/1/1980,Male,W\\n' >> a.csv
      casebook check a.csv
      """)
    for line in [
      "a.csv: read with the profile \"ICE arrests\", 5 columns.", "Id: Anonymized ID",
      "Dates: Apprehension Date And Time (ice_arrest, month first)", "Kept as fields: Ward",
      "Left out: Birth Date", "Case: Gender as title and subject.sex",
    ] {
      #expect(run.text.contains(line + "\n"), "\(line)\n\(run.text)")
    }
  }

  @Test func anUnknownTableIsSaidToBeUnknown() throws {
    let run = try ShellRun("printf 'id,Ward\\na,b\\n' > a.csv; casebook check a.csv")
    #expect(
      run.text.contains(
        "a.csv: no profile knows this table; read as \"cases\", 2 columns. "
          + "casebook profile writes a profile for it.\n"), "\(run.text)")
  }
}
