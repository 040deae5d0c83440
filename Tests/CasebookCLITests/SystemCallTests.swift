import Glibc
import Testing

/// What the program asks of the system, seen from outside: it reads what it is told, writes what
/// it is asked for, starts nothing and speaks to nobody.
@Suite(.enabled(if: access("/usr/bin/strace", X_OK) == 0))
struct SystemCallTests {
  private static let library = """
    mkdir lib home; echo 'id: a' > lib/a.yaml; echo '{"id":"b"}' > lib/b.jsonl
    printf 'id,title\\nc,C\\n' > lib/c.csv; echo '{"cases":[{"id":"d"}]}' > lib/d.json
    export HOME=$PWD/home XDG_CACHE_HOME=$PWD/home/c XDG_DATA_HOME=$PWD/home/d
    export XDG_CONFIG_HOME=$PWD/home/e
    traced() {
      strace -f -qq -o trace -e trace=network,process,openat,open,creat,rename,renameat,renameat2,\\
    unlink,unlinkat,mmap,ptrace -y "$(dirname "$program")"/casebook "$@"
    }

    """

  /// Every way of looking at a library that prints.
  private static let commands = [
    "list lib", "count lib -f a", "show a lib", "timeline a lib", "facets id lib", "check lib",
    "list lib --format json", "--plain -c 'list; show; timeline; filter b; check; raw' lib",
  ]

  private func trace(_ command: String) throws -> [String] {
    let run = try ShellRun(
      "program=$(declare -f casebook | grep -o \"/[^']*/casebook\")\n" + Self.library
        + "traced \(command) > output 2>&1; test -s output || exit 9; cat trace")
    #expect(run.status == 0, "\(run.complaint)")
    return run.text.split(separator: "\n").map(String.init)
  }

  @Test(arguments: commands)
  func nothingIsStartedAndNobodySpokenTo(command: String) throws {
    let calls = try trace(command)
    #expect(calls.contains { $0.contains("a.yaml") })
    let started = calls.filter { $0.contains("execve(") }
    #expect(started.count == 1, "\(started)")
    let spoken = calls.filter { call in
      ["socket(", "connect(", "bind(", "sendto(", "ptrace("].contains { call.contains($0) }
    }
    #expect(spoken == [])
  }

  @Test(arguments: commands)
  func filesOfTheLibraryAreOpenedForReadingAloneAndNeverMapped(command: String) throws {
    let calls = try trace(command).filter { $0.contains("/lib/") && !$0.contains("/usr/") }
      .filter { ["a.yaml", "b.jsonl", "c.csv", "d.json"].contains(where: $0.contains) }
    let opened = calls.filter { $0.contains("openat(") || $0.contains("open(") }
    #expect(!opened.isEmpty)
    for call in opened {
      #expect(call.contains("O_RDONLY|"), "\(call)")
      for flag in ["O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY"] {
        #expect(call.contains(flag), "\(call)")
      }
    }
    #expect(calls.filter { $0.contains("mmap(") || $0.contains("unlink") } == [])
    #expect(calls.filter { $0.contains("rename") || $0.contains("creat(") } == [])
  }

  @Test func ofFilesThatAreWrittenAllStandInTheFoldersOfTheUser() throws {
    for command in Self.commands {
      let writing = try trace(command).filter { call in
        call.contains("O_WRONLY") || call.contains("O_RDWR") || call.contains("O_CREAT")
      }
      #expect(
        writing.filter { !$0.contains("/home/") && !$0.contains("/dev/") } == [], "\(command)")
    }
  }

  // MARK: - Faults

  /// Lines that load one file while calls that concern it fail or wait.
  private func faulty(_ inject: String, _ lines: String) throws -> ShellRun {
    try ShellRun(
      """
      program=$(declare -f casebook | grep -o "/[^']*/casebook")
      export XDG_CACHE_HOME=$PWD/c HOME=$PWD
      for i in {1..400}; do echo "{\\"id\\":\\"c$i\\"}"; done > a.jsonl
      injected() {
        strace -f -qq -o /dev/null -P "$PWD/a.jsonl" -e trace=pread64,read,fstat \\
          -e inject=\(inject) "$program" "$@"
      }
      \(lines)
      """)
  }

  @Test func aReadThatFailsIsNamed() throws {
    let run = try faulty("pread64,read:error=EIO", "injected check a.jsonl")
    #expect(run.text.contains("error: a.jsonl: "), "\(run.text)\(run.complaint)")
    #expect(run.status == 3)
  }

  @Test func aReadThatIsInterruptedIsDoneAgain() throws {
    let run = try faulty("pread64,read:error=EINTR:when=1", "injected count a.jsonl")
    #expect(run.text == "400\n", "\(run.complaint)")
    #expect(run.status == 0)
  }

  @Test(arguments: [
    "truncate -s 3005 a.jsonl", "echo '{\"id\":\"more\"}' >> a.jsonl",
    "mv a.jsonl old; cp old a.jsonl; truncate -s 3000 old",
  ])
  func aFileThatChangesWhileItIsReadIsReadAgainOrRefused(change: String) throws {
    let run = try faulty(
      "pread64:delay_exit=700000:when=1",
      "injected check a.jsonl & until [ -n \"$(ls -l /proc/*/fd 2>/dev/null | grep a.jsonl)\" ];"
        + " do :; done; \(change); wait %1")
    let isWhole = run.text.contains("400 cases loaded") || run.text.contains("401 cases loaded")
    let isRefused = run.text.contains("error: a.jsonl: ")
    let isCut = run.text.contains("cases loaded, 1 record refused")
    #expect(isWhole || isRefused || isCut, "\(run.text)\(run.complaint)")
  }
}
