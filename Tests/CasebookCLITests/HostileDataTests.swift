import Glibc
import Testing

/// No byte of a case, a file name or an argument acts on a terminal.
@Suite struct HostileDataTests {
  /// The commands that print what files say.
  private static let commands = [
    "list", "list --columns id,title,status,place,type,date", "list --format csv", "count",
    "list --format json", "list --format jsonl", "check", "check --format json",
    "facets id", "facets title", "facets id --format csv", "facets id --format json",
    "--plain -c 'list all; first; show; timeline; check; raw; where'",
  ]

  /// Bytes that a terminal may act on: C0 but for line ends, and DEL.
  private static func controls(in bytes: [UInt8]) -> [UInt8] {
    bytes.filter { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F }
  }

  /// C1 and characters that turn text around, which stand in UTF-8.
  private static func hidden(in bytes: [UInt8]) -> [Unicode.Scalar] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x80...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029, 0xFEFF, 0xE0000...0xE007F:
        true
      default: false
      }
    }
  }

  private static let record = #"""
    {"id": "a\u001b]0;x\u0007", "title": "t\u009b6n\u202e", "status": "s\u001b[2J\u007f",
    "k\u001b[6n": "v\u0000", "place": "p\r\n\t\u2028", "events": [{"type": "e\u001bc",
    "date": "2020", "text": "\u001bP1$r\u001b\\"}, {"type": "detainer", "outcome": "\u001b[6n"}]}
    """#

  @Test(arguments: commands)
  func escapesInValuesAreShown(command: String) throws {
    let shown = try ShellRun(
      "cp .input a.json; casebook \(command) a.json 2>&1", input: Self.record)
    // CSV into a pipe keeps its data exact; on a terminal it is shown like everything else.
    if command.contains("csv") {
      #expect(!shown.output.isEmpty)
    } else {
      #expect(Self.controls(in: shown.output) == [], "\(shown.text)")
      #expect(Self.hidden(in: shown.output) == [], "\(shown.text)")
    }
  }

  @Test(arguments: [
    "casebook $'\\e[6n'", "casebook list $'a\\e]0;x\\a.yaml'",
    "casebook list --columns $'\\e[6n'", "casebook show $'\\e[6n\\u202e'",
    "casebook list --format $'\\e[6n'", "casebook $'--\\e[6n'", "casebook facets $'\\e[6n'",
    "echo 'x: [' > $'a\\e[6n.yaml'; casebook check $'a\\e[6n.yaml'",
    "printf '{\"a\": \"\\033[6n\"}' | casebook check -", "casebook sample $'no\\e/x\\e[6n'",
    "casebook --theme $'\\e[6n'", "casebook --plain -c $'\\e[6n'",
  ])
  func escapesInArgumentsAreShown(line: String) throws {
    let run = try ShellRun(line + " 2>&1")
    #expect(run.status != 0)
    #expect(Self.controls(in: run.output) == [], "\(run.text)")
    #expect(Self.hidden(in: run.output) == [], "\(run.text)")
    #expect(!run.output.isEmpty)
  }

  @Test func formulasAreNeutralisedUnlessExactCellsAreAskedFor() throws {
    let input = "{\"id\":\"a\",\"title\":\"=1+1\"}"
    let line = "casebook list - --columns id,title --format csv"
    #expect(try ShellRun(line, input: input).text == "id,title\na,'=1+1\n")
    #expect(try ShellRun(line + " --raw-csv", input: input).text == "id,title\na,=1+1\n")
  }

  @Test func namesThatAreNotUTF8AreOpenedAndShown() throws {
    let run = try ShellRun(
      """
      mkdir -p lib/$'dir\\xff'; echo 'id: a' > lib/$'bad\\xff\\xfe.yaml'
      echo 'id: b' > lib/$'dir\\xff/in.yaml'; echo '{' > lib/$'\\xff\\e[6n.json'
      casebook list lib --columns id 2>/dev/null
      casebook count lib/$'bad\\xff\\xfe.yaml'
      casebook check lib
      """)
    #expect(run.text.hasPrefix("id\na\nb\n1\nerror: lib/<U+10FEFF>^[[6n.json:"), "\(run.text)")
    #expect(run.status == 1)
  }

  @Test(
    .enabled(if: corpora != nil),
    arguments: ["list", "check", "list --format json", "facets title", "--plain -c 'list all'"])
  func theCorpusOfEscapesIsShown(command: String) throws {
    let run = try ShellRun("casebook \(command) '\(Self.corpora ?? "")/adversarial/term' 2>&1")
    #expect(Self.controls(in: run.output) == [])
    #expect(Self.hidden(in: run.output) == [])
    #expect(!run.output.isEmpty)
  }

  static var corpora: String? { getenv("CASEBOOK_CORPORA").map { String(cString: $0) } }
}
