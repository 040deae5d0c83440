import Glibc
import Testing

/// What commands print of the samples, byte by byte.
@Suite struct FormatTests {
  @Test(arguments: [
    ("list", "list --limit 5"),
    ("list-columns", "list --columns id,detainer,detainer.outcome,age --sort -age --limit 6"),
    ("list-csv", "list --format csv -f outcome:declined"),
    ("list-jsonl", "list --format jsonl -f id:ex-025 --days"),
    ("list-json", "list --format json -f id:ct-2024-0007"),
    ("show", "show ct-2024-0007"), ("show-yaml", "show ct-2024-0007 --format yaml"),
    ("show-raw", "show ex-025 --raw"),
    ("timeline", "timeline ct-2024-0007 --width 80"),
    ("timeline-ascii", "timeline ct-2024-0007 --width 60 --ascii"),
    ("facets", "facets outcome"), ("facets-csv", "facets outcome --format csv"),
    ("facets-json", #"facets outcome --format json -f '"detainer"'"#),
    ("stats", "stats 'detainer->ice_arrest' --by detainer.outcome --within 30d,1y"),
    ("stats-csv", "stats length_of_stay --count events --as-of 2025-12-01 --format csv"),
    ("stats-json", "stats 'jail_release->ice_arrest' --by has:conflict --within 90d --format json"),
    ("facets-events", "facets detainer --by fiscal-year --by detainer.outcome --count events"),
    ("facets-events-json", "facets detainer.outcome --count events --format json"),
    ("facets-bins", "facets ice_custody.length --bins 12h,30d --count events --as-of 2025-12-01"),
    ("pathways", "pathways --depth 3 --top 3 --width 80"),
    ("pathways-ascii", "pathways --from 'last ice_arrest' --backwards --width 60 --ascii"),
    ("pathways-csv", "pathways --from detainer --depth 3 --top 2 --format csv"),
    ("pathways-json", "pathways -f has:detainer --hide policy --merge-repeats --format json"),
    ("pathways-svg", "pathways --types detainer,ice_arrest,removal --depth 2 --svg"),
    ("list-align", "list --align detainer --columns id,title --limit 4"),
    ("list-align-csv", "list --align 'last ice_arrest' --columns id --format csv"),
    ("list-align-svg", "list --align detainer --svg --limit 5"),
    ("check", "check"), ("check-json", "check --format json"), ("themes", "themes"),
  ])
  func outputIsAsRecorded(name: String, arguments: String) throws {
    let run = try ShellRun("casebook \(arguments)")
    #expect(run.complaint == Self.notes[name].map { "casebook: \($0).\n" } ?? "")
    let path = Self.snapshots + "/" + name + ".txt"
    let isRecording = getenv("RECORD_SNAPSHOTS") != nil
    if isRecording { try run.output.write(toFile: path) }
    let recorded = try [UInt8](file: path)
    #expect(run.text == String(decoding: recorded, as: UTF8.self))
    #expect(!isRecording, "Snapshots were recorded; run again without RECORD_SNAPSHOTS.")
  }

  /// What standard error says that the output leaves out.
  private static let notes = [
    "list-csv": "6 of 36 cases; 14 do not say",
    "list-align": "23 of 36 cases; 13 have no detainer (aligned)",
    "list-align-svg": "23 of 36 cases; 13 have no detainer (aligned)",
    "list-align-csv": "17 of 36 cases; 19 have no arrest by ICE (aligned)",
    "stats": """
    1 of 14 values are of dates that are not exact, counted from their first possible days
    """,
    "stats-csv": "1 of 11 values go on, counted to 2025-12-01",
    "stats-json": """
    1 of 13 values are of dates that are not exact, counted from their first possible days
    """,
  ]

  @Test(arguments: [
    ("count -f sex:=male", "casebook: 24 of 36 cases; 3 do not say.\n"),
    ("count -f '-outcome:declined'", "casebook: 16 of 36 cases; 14 do not say.\n"),
    (
      "count -f 'outcome is not declined'",
      """
      casebook: "outcome is not declined" is read as -outcome:declined
      casebook: 16 of 36 cases; 14 do not say.

      """
    ),
    (
      "facets status -f '-outcome:declined' --format csv",
      "casebook: 16 of 36 cases; 14 do not say.\n"
    ),
    ("count -f hartford", ""), ("count -f has:outcome", ""), ("count", ""),
  ])
  func whatDoesNotSayIsCountedOnStandardError(arguments: String, complaint: String) throws {
    let run = try ShellRun("casebook \(arguments)")
    #expect(run.status == 0)
    #expect(run.complaint == complaint)
  }

  @Test func rowsWithoutAnIDAreCountedApart() throws {
    let table = "id,title,status\na,A,open\n,B,open\nb,C,\n"
    let count = try ShellRun("casebook count - -f status:open", input: table)
    #expect(count.text == "2\n")
    #expect(
      count.complaint
        == "casebook: 2 of 3 cases: 1 person and 1 row without an id; 1 does not say.\n")
    let check = try ShellRun("casebook check -", input: table)
    #expect(
      check.text.contains("3 cases loaded, 0 records refused.\n2 people and 1 row without an id.\n")
    )
  }

  private static var snapshots: String {
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Snapshots"
  }

  @Test(arguments: ["gzip", "xz"]) func compressedEventFilesAreRead(program: String) throws {
    let run = try ShellRun(
      """
      printf 'p1\\tDetainer\\t2008-10-01\\np2\\tHearing\\t2008-10-03\\n' > events.txt
      echo 'No event stands here.' > notes.txt
      \(program) events.txt notes.txt
      casebook count .
      casebook count notes.txt.*
      """)
    #expect(run.text == "2\n")
    #expect(run.complaint.contains("Not a kind of file Casebook reads"))
  }

  @Test(arguments: ["C", "POSIX", "C.UTF-8", "no_SUCH.UTF-8", ""])
  func dataDoesNotDependOnTheLocale(locale: String) throws {
    let expected = try ShellRun("casebook list --format jsonl")
    let run = try ShellRun("casebook list --format jsonl", environment: ["LC_ALL": locale])
    #expect(run.output == expected.output)
  }

  @Test func textIsASCIIWhereTheLocaleIs() throws {
    let run = try ShellRun(
      "casebook list - --columns id", input: "{\"id\": \"é\"}", environment: ["LC_ALL": "C"])
    #expect(run.text == "id\n<U+00E9>\n")
  }

  @Test(arguments: ["UTC", "America/St_Johns", "Not/AZone", ":/etc/passwd"])
  func writtenDatesDoNotDependOnTheZone(zone: String) throws {
    let expected = try ShellRun("casebook show ct-2024-0007; casebook list --format csv")
    let run = try ShellRun(
      "casebook show ct-2024-0007; casebook list --format csv", environment: ["TZ": zone])
    #expect(run.output == expected.output)
  }

  @Test(arguments: [
    ("{\"id\": \"a\"}", "a"), ("[{\"id\": \"a\"}]", "a"),
    ("{\"id\":\"a\"}\n{\"id\":\"b\"}\n", "a b"),
    ("id: a\n---\nid: b\n", "a b"), ("id,title,date\na,A,2020-01-02\n", "a"),
  ])
  func standardInputIsReadByWhatItHolds(input: String, ids: String) throws {
    let run = try ShellRun("casebook list - --columns id | tail -n +2", input: input)
    #expect(run.text.split(separator: "\n").joined(separator: " ") == ids, "\(run.complaint)")
  }

  @Test(arguments: [
    ("-outcome:unknown", "id:ct-2024-0007"), ("--outcome", "id:nothing"),
  ])
  func aFilterMayBeginWithAnything(filter: String, other: String) throws {
    let run = try ShellRun("casebook count -f '\(filter)'; casebook count --filter '\(filter)'")
    let lines = run.text.split(separator: "\n")
    #expect(run.status == 0 ? lines.count == 2 && lines[0] == lines[1] : run.status == 2)
    #expect(!run.complaint.contains("Missing value"))
  }

  @Test(arguments: [
    ("pathways --from unicorn", "Pathways: No event type \"unicorn\". "),
    ("pathways --from 'old detainer'", "Pathways: \"old\" is neither first, last nor a number. "),
    ("pathways --depth 0", "Error: --depth takes a number from 1 to 30."),
    ("list --align unicorn", "Align: No event type \"unicorn\". "),
    ("list --align reentry -f id:nothing --svg", "There is no dated event to draw."),
  ])
  func whatCannotBeCountedIsSaid(arguments: String, complaint: String) throws {
    let run = try ShellRun("casebook \(arguments)")
    #expect(run.status == 2)
    #expect(run.complaint.contains(complaint), "\(run.complaint)")
  }

  @Test func allCasesOfAnIDAreShown() throws {
    let run = try ShellRun(
      "casebook show a - --format json", input: "{\"id\":\"a\",\"title\":\"1\"}\n{\"id\":\"a\"}\n")
    #expect(run.text == "{\n  \"id\": \"a\",\n  \"title\": \"1\"\n}\n{\n  \"id\": \"a\"\n}\n")
  }

  @Test func samplesReadBackAsTheyAreInTheProgram() throws {
    let run = try ShellRun(
      """
      casebook sample copy > said
      casebook list copy --format jsonl > left
      casebook list --format jsonl > right
      cmp left right && cat said
      casebook sample copy
      """)
    #expect(run.text == "33 files written to copy.\n", "\(run.text)")
    #expect(run.complaint.contains("it exists already, and nothing is overwritten"))
    #expect(run.status == 3)
  }

  @Test func whatIsWrittenReadsBack() throws {
    let run = try ShellRun(
      """
      casebook list --format jsonl > a.jsonl
      casebook list a.jsonl --format jsonl > b.jsonl
      casebook show ct-2024-0007 --format yaml > c.yaml
      casebook list c.yaml --format jsonl > c.jsonl
      cmp a.jsonl b.jsonl && grep -F '"id":"ct-2024-0007"' a.jsonl | cmp - c.jsonl
      """)
    #expect(run.status == 0, "\(run.text)\(run.complaint)")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreThereForTheShells(shell: String) throws {
    let run = try ShellRun("casebook --generate-completion-script \(shell)")
    #expect(run.status == 0)
    #expect(run.text.contains("timeline") && run.text.contains("casebook"))
  }
}

extension [UInt8] {
  fileprivate init(file path: String) throws {
    guard let file = fopen(path, "r") else { throw SystemFailure() }
    defer { fclose(file) }
    self = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      self += chunk[..<count]
    }
  }

  fileprivate func write(toFile path: String) throws {
    guard let file = fopen(path, "w") else { throw SystemFailure() }
    defer { fclose(file) }
    guard fwrite(self, 1, count, file) == count else { throw SystemFailure() }
  }
}
