import Testing

/// Where settings come from on the command line, and what is kept between programs.
@Suite struct ConfigTests {
  private static let home = """
    export HOME=$PWD; mkdir -p .config/casebook
    cat > .config/casebook/config.yaml
    """

  @Test func theNearestChoiceHoldsAndSaysWhereItComesFrom() throws {
    let run = try ShellRun(
      """
      \(Self.home)
      export CASEBOOK_PAGE=7
      printf 'set verbosity full\\nset theme light\\n' | casebook --plain > /dev/null
      casebook config | grep -E '^(theme|page|dates|verbosity|fold):'
      casebook --plain --set page=9 -c 'set page' | head -1
      """, input: "theme: dark\npage: 5\ndates: iso\n")
    #expect(run.complaint == "")
    #expect(
      run.text == """
        theme: light, kept from an earlier session.
        fold: on, by default.
        dates: iso, from the file of settings.
        verbosity: full, kept from an earlier session.
        page: 7, from the environment.
        page: 9, from the command line.

        """)
  }

  @Test func whatIsWrongInTheFileIsSaidWithItsPlaceAndPassedOver() throws {
    let run = try ShellRun(
      "\(Self.home)\ncasebook count; casebook config | grep ^dates; echo $? >&2",
      input: "colour: red\npage: many\ndates: iso\n")
    let lines = run.complaint.split(separator: "\n")
    #expect(run.text == "36\ndates: iso, from the file of settings.\n")
    #expect(lines.first?.contains("config.yaml:1:1: \"colour\" is no key here") == true)
    #expect(
      lines.dropFirst().first?.hasSuffix(
        "config.yaml:2:7: page cannot be many, only a number from 1 to 1000.") == true)
  }

  @Test func theLibraryOfTheFileIsOpened() throws {
    let run = try ShellRun(
      "\(Self.home)\ncasebook sample ~/s >/dev/null; rm ~/s/ex-0*; casebook count",
      input: "library: ~/s\n")
    #expect(run.text == "1\n")
  }

  @Test func savedFiltersServeTheCommandLine() throws {
    let run = try ShellRun(
      """
      export HOME=$PWD
      casebook --plain -c 'filter outcome:declined; save-filter no' > /dev/null
      casebook count -f @no; casebook count -f 'not @no'; casebook count -f @on
      """)
    #expect(run.text == "6\n16\n")
    #expect(
      run.complaint == """
        casebook: 6 of 36 cases; 14 do not say.
        casebook: 16 of 36 cases; 14 do not say.
        casebook: Filter: No saved filter "on". Type use for the saved filters.

        """)
  }

  @Test func aBatchTakesUpNoHabitsAndChangesNone() throws {
    let run = try ShellRun(
      """
      export HOME=$PWD
      casebook --plain -c 'list 1; timeline brief' > before
      printf 'columns title\\nset page 3\\nset dates iso\\nnext\\n' | casebook --plain > /dev/null
      casebook --plain -c 'list 1; timeline brief' | cmp - before && echo same
      casebook --plain -c 'set page 50; columns title,status; next' > /dev/null
      printf 'set page\\ncolumns\\n' | casebook --plain | grep -E '^(page|Columns)'
      """)
    #expect(run.text == "same\npage: 3, kept from an earlier session.\nColumns 1 to 1 of 1.\n")
  }

  @Test func aValueThatDoesNotOccurIsSaidWithTheNearest() throws {
    let run = try ShellRun(
      "casebook count -f 'outcome:declind hartford'; casebook list -f 'outcome:zzzzzz' | wc -l")
    #expect(run.text == "0\n1\n")
    #expect(
      run.complaint == """
        casebook: No case matches outcome:declind. Did you mean declined?
        casebook: 0 of 36 cases; 14 do not say.

        """)
  }

  @Test func aSessionIsTakenUpOnRequestAlone() throws {
    let run = try ShellRun(
      """
      export HOME=$PWD
      printf 'filter outcome:declined\\nnext\\n' | casebook --plain > /dev/null
      printf 'where\\n' | casebook --plain | grep -c 'No filter. 36 cases.'
      printf 'filter outcome:declined\\nnext\\n' | casebook --plain > /dev/null
      printf 'where\\n' | casebook --plain --session | grep 'Case [0-9] of'
      """)
    #expect(run.text.hasPrefix("1\nCase 2 of 6."))
  }
}
