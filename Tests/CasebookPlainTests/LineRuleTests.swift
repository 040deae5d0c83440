import CasebookApp
import CasebookPlain
import CasebookTesting
import Testing

/// What every line of plain mode keeps to, whatever is said.
struct LineRuleTests {
  @Test(arguments: Script.all) func everyLineKeepsTheRules(script: Script) throws {
    for answer in script.answers(on: try TestLibrary.samples()) {
      for line in answer.lines {
        #expect(LineRules.broken(by: line) == [], "\(answer.command): \(line)")
      }
    }
  }

  @Test(arguments: [
    ("Case 1 of 3", ["end"]), ("", ["end"]), ("A\u{1B}[1m.", ["escape"]), ("A\tb.", ["escape"]),
    ("A ─ b.", ["drawing"]), ("⠿.", ["drawing"]), ("Done ✅.", ["sign"]),
    (String(repeating: "a", count: 100) + ".", ["length"]), ("Case 1 of 3.", []),
    ("庇護.", []), ("Which?", []), ("Sources:", []), ("Zero\u{200B}width.", ["escape"]),
  ])
  func theRulesSeeWhatBreaksThem(line: String, names: [String]) {
    #expect(LineRules.broken(by: line) == names)
  }
}

/// The rules of plain lines, each by a name.
enum LineRules {
  /// The names of the rules that a line breaks.
  static func broken(by line: String) -> [String] {
    let scalars = line.unicodeScalars
    var names: [String] = []
    if !".:?!".contains(line.last ?? " ") { names.append("end") }
    if line.count > 100 { names.append("length") }
    if scalars.contains(where: { isControl($0) }) { names.append("escape") }
    if scalars.contains(where: { isDrawn($0) }) { names.append("drawing") }
    if scalars.contains(where: { $0.properties.isEmojiPresentation }) { names.append("sign") }
    return names
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    [.control, .format].contains(scalar.properties.generalCategory)
  }

  /// Box drawing, block elements, geometric shapes; braille patterns.
  private static func isDrawn(_ scalar: Unicode.Scalar) -> Bool {
    (0x2500...0x25FF).contains(scalar.value) || (0x2800...0x28FF).contains(scalar.value)
  }
}
