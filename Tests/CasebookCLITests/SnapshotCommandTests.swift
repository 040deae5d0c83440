import Testing

/// A large library is kept in the cache of the user; with and without it answers are the same.
struct SnapshotCommandTests {
  /// A home of its own, and 3,000 cases in two files that last changed long enough ago.
  private static let library = """
    export HOME=$PWD/home; unset XDG_CACHE_HOME; mkdir home lib
    record() { printf '{"id":"%s","title":"Case %s","status":"open","events":[{"type":"detainer",\
    "date":"2024-01-02","outcome":"%s","facility":"Jail %d"}]}\\n' "$1" "$1" "$2" $((RANDOM % 9)); }
    for n in $(seq 1500); do record a$n booked; done > lib/a.jsonl
    for n in $(seq 1500); do record b$n declined; done > lib/b.jsonl
    sleep 2.1

    """

  private func run(_ lines: String) throws -> ShellRun { try ShellRun(Self.library + lines) }

  @Test func whatWasReadOnceIsKeptForItsOwnerAlone() throws {
    let run = try run(
      """
      casebook count lib; casebook snapshot | sed "s|$PWD|.|g"
      stat -c %a home/.cache/casebook home/.cache/casebook/*
      casebook snapshot clear; casebook snapshot status | sed "s|$PWD|.|g"; ls home/.cache/casebook
      """)
    let size = #/[0-9,]+ bytes/#
    #expect(
      run.text.replacing(size, with: "N bytes") == """
        3000
        1 snapshot in ./home/.cache/casebook, N bytes.
        N bytes: 3,000 cases of 2 files, ./lib
        700
        600
        1 snapshot removed, N bytes.
        0 snapshots in ./home/.cache/casebook, N bytes.

        """)
    #expect(run.complaint == "")
  }

  @Test func withoutItNothingIsKept() throws {
    let run = try run("casebook count lib --no-snapshot; ls -A home")
    #expect(run.text == "3000\n")
  }

  @Test func afterChangesTheAnswersAreThoseOfTheFiles() throws {
    let run = try run(
      """
      ask() { casebook count lib -f outcome:booked $1; casebook count lib $1; }
      ask; record z late_notice >> lib/a.jsonl; ask; ask --no-snapshot
      mv lib/b.jsonl lib/c.jsonl; record y booked > lib/b.jsonl; ask; ask --no-snapshot
      rm lib/a.jsonl; ask; ask --no-snapshot
      """)
    #expect(
      run.text.split(separator: "\n").map(String.init) == [
        "1500", "3000", "1500", "3001", "1500", "3001", "1501", "3002", "1501", "3002",
        "1", "1501", "1", "1501",
      ])
  }

  @Test func unchangedFilesAreNotOpened() throws {
    let run = try run(
      """
      casebook count lib > /dev/null; record z booked > lib/b.jsonl
      program=$(type casebook | grep -o "/[^' ]*/casebook")
      strace -f -qq -e trace=open,openat -o trace "$program" count lib
      grep -o 'lib/[a-z]*.jsonl"' trace
      """)
    #expect(run.text == "1501\nlib/b.jsonl\"\n")
  }

  @Test func manyProgramsAtOnceGiveOneAnswer() throws {
    let run = try run(
      "for n in 1 2 3 4 5 6; do casebook count lib -f outcome:declined & done; wait; "
        + "casebook count lib; ls home/.cache/casebook | wc -l")
    #expect(run.text == String(repeating: "1500\n", count: 6) + "3000\n1\n")
  }

  @Test func aCacheThatCannotBeWrittenIsNoTrouble() throws {
    let run = try run(
      "mkdir -p home/.cache; touch home/.cache/casebook; casebook count lib; casebook snapshot")
    #expect(run.text.hasPrefix("3000\n0 snapshots in "))
    #expect(run.complaint == "")
    #expect(run.status == 0)
  }
}
