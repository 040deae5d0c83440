import CasebookTesting
import Foundation

/// Texts that would act on a terminal or hide in it, were they sent as they are.
enum HostileText {
  /// Families of sequences by what they ask of a terminal, and characters that hide.
  static let all: [(name: String, text: String)] = [
    ("title", "\u{1B}]0;owned\u{7}"), ("title, ended by ST", "\u{1B}]2;owned\u{1B}\\"),
    ("title, never ended", "\u{1B}]0;owned"), ("clipboard", "\u{1B}]52;c;b3duZWQ=\u{7}"),
    ("link", "\u{1B}]8;;http://example.org\u{7}here\u{1B}]8;;\u{7}"),
    ("colour query", "\u{1B}]4;1;?\u{7}"), ("notification", "\u{1B}]9;owned\u{7}"),
    ("cursor report", "\u{1B}[6n"), ("device attributes", "\u{1B}[c\u{1B}[>c\u{1B}[=c"),
    ("window size report", "\u{1B}[18t"), ("window resize", "\u{1B}[8;5;5t"),
    ("title report", "\u{1B}[21t"), ("clear", "\u{1B}[2J\u{1B}[3J\u{1B}[H"),
    ("second screen", "\u{1B}[?1049l"), ("hidden cursor", "\u{1B}[?25l"),
    ("mouse on", "\u{1B}[?1003h"), ("insert mode", "\u{1B}[4h"),
    ("concealed", "\u{1B}[8mx\u{1B}[m"),
    ("scroll region", "\u{1B}[2;3r"), ("reset", "\u{1B}c"), ("alignment test", "\u{1B}#8"),
    ("character set", "\u{E}lqk\u{F}"), ("status string", "\u{1B}P$qm\u{1B}\\"),
    ("keys redefined", "\u{1B}P1;1|17/0a\u{1B}\\"), ("privacy message", "\u{1B}^x\u{1B}\\"),
    ("application command", "\u{1B}_Gi=1;x\u{1B}\\"), ("printing", "\u{1B}[5i"),
    ("repeat", "x\u{1B}[999999b"), ("C1 sequence", "\u{9B}6n\u{9D}0;owned\u{9C}"),
    ("backspaces", "no\u{8}\u{8}yes"), ("carriage return", "no\ryes"), ("bell", "\u{7}\u{7}"),
    ("answer back", "\u{5}"), ("delete", "a\u{7F}b"), ("NUL", "a\u{0}b"),
    ("half a sequence", "\u{1B}["), ("escape alone", "\u{1B}"), ("form feed", "\u{C}\u{B}"),
    ("right to left override", "abc\u{202E}fdp.exe"), ("isolates", "\u{2066}\u{2067}x\u{2069}"),
    ("zero width", "a\u{200B}b\u{FEFF}c\u{2060}d"), ("soft hyphen", "a\u{AD}b"),
    ("tags", "a\u{E0001}\u{E0041}\u{E007F}b"), ("fillers", "\u{115F}\u{3164}\u{FFA0}x"),
    ("line separators", "a\u{2028}b\u{2029}c\u{85}d"),
    ("annotations", "\u{FFF9}a\u{FFFA}b\u{FFFB}"),
    ("private use", "\u{E000}\u{F8FF}"),
    ("noncharacters", String(decoding: [0xEF, 0xB7, 0x90, 0xEF, 0xBF, 0xBE], as: UTF8.self)),
    ("a flood of marks", "e" + String(repeating: "\u{301}", count: 500)),
    ("marks without a base", "\u{301}\u{301}a"), ("Arabic marks", "\u{61C}\u{600}\u{6DD}a"),
  ]

  /// A library of one file in which every text stands as id, title, key, value, event, source and
  /// account.
  static func library() throws -> Data {
    try JSONSerialization.data(
      withJSONObject: all.enumerated().map { index, entry in
        [
          "id": "\(index) \(entry.text)", "title": entry.text + " title", "status": entry.text,
          "place": entry.text, "summary": entry.text, "tags": [entry.text],
          "key " + entry.text: entry.text, "subject": ["label": entry.text],
          "sources": [["id": "s", "kind": entry.text, "title": entry.text]],
          "events": [
            [
              "type": "detainer", "date": "2013-0\(index % 9 + 1)", "facility": entry.text,
              "agency": entry.text, "outcome": entry.text, "text": entry.text, "source": "s",
            ],
            [
              "type": "t" + entry.text, "date": "2014", "label": entry.text,
              "claims": [["agency": entry.text, "source": "s"], ["agency": "other"]],
            ],
          ],
        ]
      })
  }
}

extension HostileText {
  /// Calls the body with the folder of a library of every hostile text, gone afterwards.
  static func withLibrary(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "casebook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try library().write(to: folder.appending(path: "hostile.json"))
    try body(folder.path)
  }
}
