import CasebookTesting
import Testing

/// Who may import whom; the compiler itself does not stop an import that came along with another.
struct ImportTests {
  /// The targets with what each may import. The Swift runtime's and the system's own modules
  /// stand in ``system``.
  private static let table: [String: Set<String>] = [
    "casebook": ["CasebookCLI"],
    "CasebookCLI": [
      "ArgumentParser", "CasebookApp", "CasebookCanvas", "CasebookCore", "CasebookNotebook",
      "CasebookPlain", "CasebookTerminal", "CasebookText", "CEmbedded",
    ],
    "CasebookPlain": ["CasebookApp", "CasebookCore", "CasebookText"],
    "CasebookTerminal": ["CasebookCanvas", "CasebookText", "CTerminal"],
    "CasebookBenchmarks": [
      "ArgumentParser", "CasebookApp", "CasebookCanvas", "CasebookCore", "CScan",
    ],
    "CasebookNotebook": ["CSQLite", "CasebookCore"],
    "CasebookApp": ["CasebookCanvas", "CasebookCore", "CasebookText"],
    "CasebookCanvas": ["CasebookText"],
    "CasebookText": ["CScan"],
    "CasebookCore": ["CColumns", "CCompression", "CJSON", "CScan", "CTables", "CYAML"],
    "CasebookTesting": [
      "CasebookApp", "CasebookCanvas", "CasebookCore", "CasebookText", "CTesting", "Foundation",
    ],
    "TerminalProbe": ["CasebookCanvas", "CasebookTerminal", "CasebookText", "CTesting"],
    "Fuzzers": [
      "CasebookApp", "CasebookCanvas", "CasebookCore", "CasebookNotebook", "CasebookTerminal",
      "CasebookText", "CEmbedded", "CTables",
    ],
    "CColumns": [], "CCompression": [], "CEmbedded": [], "CJSON": [], "CScan": [],
    "CSQLite": [], "CTables": [], "CTerminal": [], "CTesting": [], "CYAML": [],
  ]
  private static let system: Set<String> = ["Dispatch", "Glibc", "Synchronization"]

  @Test func targetsImportOnlyWhatTheyMay() throws {
    for file in try SourceFile.all() {
      let allowed = try #require(Self.table[file.target], "unknown target of \(file)")
      let others = Set(file.imports).subtracting(allowed).subtracting(Self.system)
      #expect(others == [], "\(file)")
    }
  }

  @Test func everyFolderIsATargetOfTheTable() throws {
    let folders = try ProjectFiles.names(in: ProjectFiles.url("Sources"))
    #expect(Set(folders).subtracting(Self.table.keys) == [])
  }

  @Test(arguments: ["import A", "@testable import A", "internal import A", "import struct A.B"])
  func anImportIsFoundInEveryForm(line: String) {
    #expect(SourceFile(path: "T/f.swift", lines: [line, "// import B"]).imports == ["A"])
  }
}
