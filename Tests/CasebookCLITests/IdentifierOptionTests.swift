import Testing

/// What says who a person is, is taken in only with `--keep-identifiers`.
@Suite struct IdentifierOptionTests {
  /// A library large enough for a snapshot, whose cases have names.
  private static let library = """
    for n in $(seq 4000); do
      echo '{"id":"c-'$n'","name":"zqsecret","title":"a title that is long enough","events":[]}'
    done > a.jsonl
    """

  @Test func aSnapshotDoesNotMixTheTwo() throws {
    let run = try ShellRun(
      """
      \(Self.library)
      for i in 1 2; do
        casebook count a.jsonl -f zqsecret
        casebook count a.jsonl -f zqsecret --keep-identifiers
      done
      """)
    #expect(run.text == "0\n4000\n0\n4000\n")
  }

  @Test func checkSaysWhatIsLeftOutAndHowToKeepIt() throws {
    let run = try ShellRun("\(Self.library)\ncasebook check a.jsonl; casebook show c-7 a.jsonl")
    #expect(
      run.text.hasPrefix(
        "warning: a.jsonl:1:13: \"name\" may say who a person is; its value is left out. "
          + "--keep-identifiers takes it in (4,000 times, first here)\n"))
    #expect(!run.text.contains("zqsecret"))
  }

  @Test func columnsOfTablesAreTakenInToo() throws {
    let run = try ShellRun(
      """
      printf 'id,title,name\\n1,t,zqsecret\\n' > a.csv
      casebook count a.csv -f zqsecret; casebook count a.csv -f zqsecret --keep-identifiers
      """)
    #expect(run.text == "0\n1\n")
  }
}
