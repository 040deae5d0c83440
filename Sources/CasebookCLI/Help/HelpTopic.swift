import CasebookApp
import CasebookText

/// A topic of `casebook help TOPIC`: a page of the documentation, or one of its sections.
///
/// The pages are those of the documentation catalogue. They are part of the program, and
/// ``PlainPage`` turns them into text, so the documentation and the help cannot differ.
struct HelpTopic {
  /// The name, then other names that find the topic.
  let names: [String]
  /// The file of the page, without its extension.
  let page: String
  /// The heading of the section, or `nil` for the whole page.
  var section: String?
  /// What the topic explains, for the list of topics.
  let summary: ShownText

  /// The topics, in the order in which a new user needs them.
  static let all = [
    HelpTopic(names: ["start"], page: "StartHere", summary: "the first five minutes"),
    HelpTopic(
      names: ["filters", "filter", "query", "find"], page: "FilterLanguage",
      summary: "how to find cases"),
    HelpTopic(
      names: ["questions", "facet", "counts"], page: "Questions",
      summary: "how to count and compare cases"),
    HelpTopic(
      names: ["timelines", "time", "intervals"], page: "Timelines",
      summary: "timelines and intervals of one case"),
    HelpTopic(
      names: ["many", "align", "lineup"], page: "ManyCases",
      summary: "many cases aligned on an event, and pathways"),
    HelpTopic(
      names: ["notes", "marks", "notebook"], page: "Notebook",
      summary: "marks, notes and saved filters"),
    HelpTopic(
      names: ["files", "case-files", "format"], page: "CaseFiles",
      summary: "the format of case files"),
    HelpTopic(
      names: ["dates", "date"], page: "CaseFiles", section: "Dates",
      summary: "how dates are written and read"),
    HelpTopic(
      names: ["profiles", "tables"], page: "Tables",
      summary: "tables, public releases and profiles"),
    HelpTopic(
      names: ["library", "casebook.yaml"], page: "LibrarySettings",
      summary: "the settings of a library"),
    HelpTopic(names: ["sharing", "share"], page: "Export", summary: "export and sharing"),
    HelpTopic(
      names: ["readers", "reader", "braille", "ear"], page: "ScreenReaders",
      summary: "screen readers and braille"),
    HelpTopic(names: ["plain"], page: "PlainMode", summary: "plain mode"),
    HelpTopic(
      names: ["plain-commands"], page: "PlainCommands", summary: "the commands of plain mode"),
    HelpTopic(
      names: ["command-line", "cli", "pipes", "completion"], page: "CommandLine",
      summary: "commands, options, exit status, completion"),
    HelpTopic(names: ["settings", "setting", "set"], page: "Settings", summary: "settings"),
    HelpTopic(
      names: ["trust", "privacy"], page: "Trust",
      summary: "what the program guarantees about hostile files"),
    HelpTopic(names: ["glossary", "words"], page: "Glossary", summary: "the terms used here"),
  ]

  /// The topic of a name, in any case of letters, or `nil` if there is none.
  static func named(_ name: String) -> HelpTopic? {
    all.first { $0.names.contains(name.lowercased()) }
  }

  /// The answer of `casebook help topics`.
  static var list: [ShownText] {
    let topics = all.map { topic -> ShownText in
      "casebook help \(Gate.shown(topic.names[0])): \(topic.summary)."
    }
    return topics + [
      "casebook keys: the keys of the screen.",
      "casebook commands: what you can type in a session.",
      "casebook help COMMAND: the options of a command, such as list.",
    ]
  }

  /// The text of the topic.
  var lines: [ShownText] {
    let text = EmbeddedFiles.text(kind: "page", name: page + ".md") ?? ""
    return PlainPage.lines(of: text, section: section) { page in
      HelpTopic.all.first { $0.page == page && $0.section == nil }
        .map { "casebook help \($0.names[0])" }
    }
  }
}
