import Glibc
import Testing

/// A note that cannot be kept is said and stays in the session; what was kept before stays kept.
@Suite(.enabled(if: access("/usr/bin/strace", X_OK) == 0))
struct NotebookFaultTests {
  private static let beginning = """
    export XDG_DATA_HOME=$PWD/data
    casebook --plain -c 'note old' > /dev/null
    failing() {
      program=$(declare -f casebook | grep -o "/[^']*/casebook")
      strace -f -qq -o /dev/null -e inject="$1" "$program" --plain -c 'note new; notes'
    }

    """

  private func run(_ line: String) throws -> ShellRun {
    try ShellRun(Self.beginning + line)
  }

  @Test(arguments: [
    ("failing fsync,fdatasync:error=EIO", "input or output error"),
    ("failing pwrite64:error=ENOSPC", ""),
    ("failing pwrite64:error=EDQUOT", ""),
    ("(ulimit -f 8; casebook --plain -c 'note new; notes')", ""),
  ])
  func aSaveThatFailsIsSaidAndTheNoteStaysInTheSession(line: String, reason: String) throws {
    let run = try run("\(line)\nstatus=$?\ncasebook --plain -c notes > after\nexit $status")
    #expect(run.status == 1, "\(run.text) \(run.complaint)")
    #expect(run.text.contains("Error: Not saved:"), "\(run.text)")
    #expect(run.text.contains(reason), "\(run.text)")
    #expect(run.text.contains(": new ("), "\(run.text)")
  }

  @Test func afterAnEndAtAnyWriteTheNotebookIsTheOldOrTheNewOne() throws {
    let run = try run(
      """
      for number in $(seq 1 14); do
        rm -rf data
        casebook --plain -c 'note old' > /dev/null
        failing pwrite64:signal=KILL:when=$number > /dev/null 2>&1
        casebook --plain -c notes > after || echo "refused after $number"
        grep -q ': old (' after || echo "lost after $number"
      done
      """)
    #expect(run.text == "", "\(run.text)")
  }
}
