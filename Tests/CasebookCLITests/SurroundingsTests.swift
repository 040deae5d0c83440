import Testing

/// Answers depend on the files alone: not on the locale, the zone, the clock's jumps or where
/// folders of the user are.
@Suite struct SurroundingsTests {
  private static let answers = """
    casebook list --columns id,title,date --format csv; casebook show ct-2024-0007
    casebook timeline ct-2024-0007 --width 80; casebook facets outcome
    casebook --plain -c 'list 3; timeline; event 2'
    """

  private func output(_ environment: [String: String]) throws -> String {
    let run = try ShellRun(Self.answers, environment: environment)
    #expect(run.status == 0, "\(run.complaint)")
    return run.text
  }

  @Test func neitherZoneNorLanguageChangesAnAnswer() throws {
    let usual = try output([:])
    for zone in ["Not/AZone", ":/etc/passwd", "America/St_Johns", "Pacific/Kiritimati", ""] {
      #expect(try output(["TZ": zone]) == usual, "\(zone)")
    }
    for language in ["en_US.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "C.UTF-8", "no_SUCH.UTF-8"] {
      #expect(try output(["LC_ALL": "C.UTF-8", "LANG": language]) == usual, "\(language)")
    }
  }

  @Test(arguments: [
    "unset HOME XDG_CACHE_HOME XDG_DATA_HOME XDG_CONFIG_HOME", "export HOME=/proc/nonexistent",
    "export XDG_CACHE_HOME=relative XDG_DATA_HOME=relative XDG_CONFIG_HOME=relative",
    "export XDG_CACHE_HOME=/dev/null XDG_DATA_HOME=/dev/null XDG_CONFIG_HOME=/dev/null",
    "export XDG_CACHE_HOME=/proc XDG_DATA_HOME=/proc XDG_CONFIG_HOME=/proc",
  ])
  func foldersOfTheUserThatCannotBeUsedChangeNoAnswer(setting: String) throws {
    let run = try ShellRun(
      """
      \(setting)
      echo 'id: a' > a.yaml
      casebook count a.yaml -f a; casebook count; casebook --plain -c 'list 1' a.yaml
      ls -d relative 2>/dev/null
      """)
    #expect(run.text == "1\n36\nCases 1 to 1 of 1.\n1. a.\nEnd of list.\n", "\(run.complaint)")
  }

  @Test func inAnASCIILocaleNothingElseComesOutAndNothingIsLost() throws {
    let run = try ShellRun(
      "casebook list a.yaml --columns title; casebook list a.yaml --format json", input: "",
      environment: ["LC_ALL": "C"])
    #expect(run.status == 3)
    let shown = try ShellRun(
      "printf 'title: caf\\303\\251 \\342\\200\\256\\n' > a.yaml; casebook list a.yaml --columns title",
      environment: ["LC_ALL": "C"])
    #expect(shown.output.allSatisfy { $0 < 0x80 }, "\(shown.text)")
    #expect(shown.text.contains("caf<U+00E9> <U+202E>"), "\(shown.text)")
  }
}
