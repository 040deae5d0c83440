import Testing

/// Files that are not read are counted as files, and beside them records as records.
struct UnreadFileTests {
  @Test(arguments: [
    ("printf x > a.yaml.gz", "1 file not read"),
    ("mkfifo a.json; mkfifo b.json", "2 files not read"),
    ("echo '{\"id\":\"b\"}' | gzip | head -c 20 > a.jsonl.gz", "1 file not read"),
    ("printf '\\n' > a.csv", "1 file not read"),
    ("echo 'id: [' > a.yaml", "1 record refused"),
    ("echo 'id: [' > a.yaml; ln -s no.yaml b.yaml", "1 record refused, 1 file not read"),
    ("mkdir casebook.yaml; echo 'id: [' > a.yaml", "1 record refused"),
  ])
  func whatIsRefusedIsSaidByItsName(make: String, words: String) throws {
    let check = try ShellRun(
      "mkdir lib; cd lib; echo 'id: ok' > ok.yaml; \(make); casebook check .")
    #expect(check.text.hasSuffix("1 case loaded, \(words).\n"), "\(check.text)\(check.complaint)")
    let count = try ShellRun(
      "mkdir lib; cd lib; echo 'id: ok' > ok.yaml; \(make); casebook count .")
    #expect(count.text == "1\n")
    #expect(
      count.complaint.hasSuffix("casebook: \(words); casebook check tells them.\n"),
      "\(count.complaint)")
  }

  @Test func aFileThatIsReadInPartsIsOne() throws {
    let run = try ShellRun(
      """
      for i in {1..200000}; do echo "{\\"id\\":\\"c$i\\",\\"title\\":\\"$i $RANDOM\\"}"; done \
      | gzip > a.jsonl.gz; truncate -s -2000 a.jsonl.gz; casebook check a.jsonl.gz
      """)
    #expect(run.text.contains(" cases loaded, 1 file not read.\n"), "\(run.text.suffix(300))")
  }

  @Test func filesAndRecordsAreKeysOfTheirOwn() throws {
    let run = try ShellRun(
      "echo 'id: [' > a.yaml; casebook check --format json a.yaml no.yaml")
    #expect(run.text.hasPrefix("{\"cases\":0,\"refused\":1,\"unread_files\":1,"), "\(run.text)")
    #expect(run.status == 3)
  }
}
