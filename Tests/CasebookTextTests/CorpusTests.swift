import CasebookText
import Foundation
import Testing

private let corpora = ProcessInfo.processInfo.environment["CASEBOOK_CORPORA"]

@Suite(.enabled(if: corpora != nil))
struct CorpusTests {
  @Test func naughtyStringsComeOutHarmless() throws {
    let strings = try #require(try json("blns/blns.json") as? [String])
    #expect(strings.count == 515)
    for raw in strings { expectHarmless(raw) }
  }

  @Test(arguments: ["term", "uni"])
  func hostileValuesComeOutHarmless(folder: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: path("adversarial/" + folder))
    let files = names.filter { $0.hasSuffix(".json") }.sorted()
    #expect(files.count > 20)
    for name in files {
      let values = strings(in: try json("adversarial/\(folder)/\(name)"))
      let isSuspect = values.map(Gate.shown).contains(where: \.isSuspect)
      for raw in values { expectHarmless(raw) }
      if name.hasPrefix("a_") { #expect(!isSuspect, "\(name)") }
    }
  }

  @Test func hostileTablesComeOutHarmless() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: path("adversarial/term"))
    for name in names where name.hasSuffix(".csv") {
      let bytes = try Data(contentsOf: URL(filePath: path("adversarial/term/" + name)))
      expectHarmless(String(decoding: bytes, as: UTF8.self))
    }
  }

  // MARK: - Help

  private func expectHarmless(_ raw: String) {
    for text in [Gate.shown(raw), Gate.ascii(Gate.shown(raw))] + Gate.lines(raw) {
      let harmful = text.string.unicodeScalars.filter { !isHarmless($0) && !isNeeded($0) }
      #expect(harmful.isEmpty, "\(raw.debugDescription) gives \(text.string.debugDescription)")
    }
  }

  private func isNeeded(_ scalar: Unicode.Scalar) -> Bool {
    [0x200C, 0x200D, 0xFE0E, 0xFE0F].contains(scalar.value)
  }

  private func path(_ name: String) -> String { (corpora ?? "") + "/" + name }

  private func json(_ name: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path(name))))
  }

  private func strings(in value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.flatMap(strings)
    case let object as [String: Any]: object.flatMap { [$0.key] + strings(in: $0.value) }
    default: []
    }
  }
}
