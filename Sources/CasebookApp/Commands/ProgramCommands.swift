import CasebookCore
import CasebookText

/// Commands about the program itself.
enum ProgramCommands {
  static let all = [
    focusNext, focusPrevious, fillScreen, close, choose, prompt, help, check, profiles, messages,
    history, theme, redraw,
    again, changeOver, quit,
  ]

  static let focusNext = Command(
    "focus-next", "Go to the next region: list, case, timeline.", hint: "next pane",
    group: .program, keys: [KeyBinding(.tab)],
    actions: { _, state, _ in [.focused(state.neighbour(1))] },
    answer: { _, state, _ in Answer(["Focus on the \(state.focus.label)."]) })

  static let focusPrevious = Command(
    "focus-previous", "Go to the region before.", hint: "pane before", group: .program,
    keys: [KeyBinding(.backTab)],
    actions: { _, state, _ in [.focused(state.neighbour(-1))] },
    answer: { _, state, _ in Answer(["Focus on the \(state.focus.label)."]) })

  static let fillScreen = Command(
    "fill-screen", "Let the region with the focus fill the screen, or show all regions again.",
    hint: "fill screen", group: .program, keys: [KeyBinding(.character("Z"))],
    unavailable: { state, _ in
      if state.look.isPlain {
        return CommandFailure(
          "Plain mode has no regions on a screen", next: "Type show or timeline to read the case")
      }
      return state.layout.shape == .stacked || state.layout.shape == .wide
        ? nil
        : CommandFailure("One region at a time fills this screen", next: "Press Tab for the next")
    },
    actions: { _, state, _ in
      var look = state.look
      look.fillsScreen.toggle()
      return [.lookChanged(look)]
    },
    answer: { _, _, _ in .nothing })

  static let close = Command(
    "close", "Leave the page, or go back to the list.", hint: "back", group: .program,
    keys: [
      .anywhere(.escape), KeyBinding(.character("q"), .page, .pathways, .facets),
      KeyBinding(.left, .detail),
      KeyBinding(.character("h"), .detail), KeyBinding(.backspace, .detail, .timeline, .page),
    ],
    actions: { _, state, _ in
      if state.page != nil { return [.page(.closed)] }
      if state.look.fillsScreen, state.focus == .list, state.filter.term == nil {
        var look = state.look
        look.fillsScreen = false
        return [.lookChanged(look)]
      }
      let isOnFacets = state.facets.isOpen && (state.focus == .facets || state.focus == .list)
      return isOnFacets && state.filter.term == nil ? [.facets(.closed)] : [.focused(.list)]
    },
    answer: { _, state, _ in Answer(["Focus on the \(state.focus.label)."]) })

  static let choose = Command(
    "choose", "Do what the line of the page is about.", hint: "do it", group: .program,
    keys: [KeyBinding(.enter, .page)],
    unavailable: { state, workspace in
      guard let page = state.page else {
        return CommandFailure("No page is open", next: "Type help for the commands")
      }
      let lines = workspace.page(in: state)
      guard lines.indices.contains(page.line), lines[page.line].command != nil else {
        return CommandFailure("The line is about no command", next: "Go to another line")
      }
      return nil
    },
    actions: { _, state, workspace in
      guard let page = state.page else { return [] }
      let line = workspace.page(in: state)[page.line].command ?? ""
      let typed: [Action] = [
        .page(.closed), .prompt(.opened(.command)), .prompt(.completed(line, [])),
      ]
      // A command that needs more waits for it in the prompt.
      return line.hasSuffix(" ") ? typed : typed + [.prompt(.accepted)]
    },
    answer: { _, _, _ in .nothing })

  static let prompt = Command(
    "command", "Type a command by its name.", hint: "command", group: .program,
    parameter: .init("NAME"), keys: [.anywhere(.character(":"))],
    actions: { arguments, state, _ in
      state.look.isPlain || !arguments.isEmpty ? [] : [.prompt(.opened(.command))]
    },
    answer: { _, _, _ in Answer(["Type the name of a command. Type help for the commands."]) })

  static let help = Command(
    "help", aliases: ["?"], "List the commands, or explain one.", hint: "all keys",
    group: .program, parameter: .init("COMMAND, more or all", words: ["more", "all"]),
    keys: [.anywhere(.character("?")), .anywhere(.function(1))],
    actions: { arguments, state, workspace throws(CommandFailure) in
      if state.look.isPlain {
        _ = try SpokenHelp.answer(arguments, state)
        return []
      }
      return [.page(.opened(.help))]
    },
    answer: { arguments, state, _ in (try? SpokenHelp.answer(arguments, state)) ?? .nothing })

  static let check = Command(
    "check", "List what was wrong or unusual in the files.", hint: "problems", group: .program,
    parameter: .init("all", words: ["all"]), keys: [KeyBinding(.character("!"))],
    actions: { _, state, _ in state.look.isPlain ? [] : [.page(.opened(.problems))] },
    answer: { arguments, state, workspace in SpokenProblems.answer(arguments, state, workspace) })

  static let profiles = Command(
    "profiles", "Show which profile read each table and what its columns became.",
    hint: "tables", group: .program, keys: [KeyBinding(.character("P"))],
    actions: { _, state, _ in state.look.isPlain ? [] : [.page(.opened(.tables))] },
    answer: { _, _, workspace in
      Answer(TableReadingWords.page(workspace.library))
    })

  static let messages = Command(
    "messages", "List what was said in this session.", group: .program,
    actions: { _, state, _ in state.look.isPlain ? [] : [.page(.opened(.messages))] },
    answer: { _, state, _ in
      guard !state.messages.isEmpty else { return Answer(["No messages."]) }
      return Answer(SpokenRange.whole("Messages", state.messages.map(\.text)))
    })

  static let history = Command(
    "history", "List what was typed in this session; ! and a number runs a line again.",
    group: .program,
    actions: { _, state, _ in state.look.isPlain ? [] : [.page(.opened(.history))] },
    answer: { _, state, _ in SpokenHistory.answer(state) })

  static let changeOver = Command(
    "screen", aliases: ["plain"],
    "Change over between the screen and plain mode, at the same place.",
    hint: "plain mode", group: .program, keys: [.anywhere(.function(12))],
    unavailable: { state, _ in
      state.look.canChangeOver
        ? nil
        : CommandFailure("There is no terminal to draw a screen on", next: "Go on in plain mode")
    },
    actions: { _, state, _ in
      var look = state.look
      look.isPlain.toggle()
      return [.lookChanged(look)]
    },
    answer: { _, _, _ in .nothing })

  static let theme = Command(
    "theme", "Change the colours, or name them.", group: .program,
    parameter: .init("NAME", words: ThemeCatalogue.names), keys: [KeyBinding(.character("T"))],
    actions: { arguments, state, _ throws(CommandFailure) in
      // To ask is not to change: only a key goes through the themes.
      if arguments.isEmpty, state.look.isPlain { return [] }
      let name = try ThemeCatalogue.name(meant: arguments.text, after: state.look.theme)
      return [.settingChosen(.theme, name)]
    },
    answer: { arguments, state, _ in
      let current: ShownText = "Theme: \(Gate.shown(state.look.theme))."
      guard arguments.isEmpty else { return Answer([current]) }
      let names = ThemeCatalogue.names.map { Gate.shown($0) }
      let listed = names.map { Choices.Choice($0, line: "theme \($0.string)") }
      return Answer(
        [current] + SpokenRange.numbered("Themes", names), choices: Choices("theme", listed))
    })

  static let redraw = Command(
    "redraw", "Draw the whole screen again.", hint: "redraw", group: .program,
    keys: [.anywhere(.control("l"))],
    unavailable: { state, _ in
      state.look.isPlain
        ? CommandFailure(
          "Plain mode has no screen to draw", next: "Type repeat for the last answer")
        : nil
    },
    actions: { _, _, _ in [.redrawAsked] }, answer: { _, _, _ in .nothing })

  static let again = Command(
    "repeat", aliases: ["r"], "Say the last answer again.", group: .program,
    actions: { _, state, _ in
      guard !state.look.isPlain, let last = state.messages.last else { return [] }
      return [.said(last)]
    },
    answer: { _, _, _ in .nothing })

  static let quit = Command(
    "quit", aliases: ["q", "exit"], "Leave.", hint: "quit", group: .program,
    keys: [
      KeyBinding(.character("q")), .anywhere(.control("c")),
    ],
    actions: { _, _, _ in [.quitAsked] }, answer: { _, _, _ in .nothing })
}

extension State {
  /// The region some steps further round, among those there are.
  func neighbour(_ steps: Int) -> Region {
    let all: [Region]
    if facets.isOpen {
      all =
        layout.shape == .wide && !layout.facetsHideTimeline
        ? [.list, .facets, .timeline] : [.list, .facets]
    } else {
      all = [.list, .detail, .timeline]
    }
    let index = (all.firstIndex(of: focus) ?? 0) + steps
    return all[(index + all.count) % all.count]
  }
}

extension Region {

  /// What the region is called.
  package var label: ShownText {
    switch self {
    case .list: "list"
    case .detail: "case"
    case .timeline: "timeline"
    case .facets: "facets"
    }
  }
}
