import CasebookCore
import Testing

/// Any name of the system comes back as the same bytes.
@Suite struct PathTextTests {
  private static let names: [[UInt8]] = [
    Array("plain.yaml".utf8), Array("é 日本".utf8), [0xFF, 0xFE, 0x2E], [0x61, 0xC3],
    [0xC3, 0xA9, 0xE2, 0x82, 0x62], [0xF0, 0x9F, 0x98, 0x80, 0x80], [0xC0, 0xAF],
    [0xED, 0xA0, 0x80],
    [],
  ]

  @Test(arguments: names)
  func bytesComeBack(name: [UInt8]) {
    let text = (name + [0]).map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { PathText.string($0) } ?? "?"
    }
    let back = PathText.withBytes(of: text) { bytes in
      var found: [UInt8] = []
      while bytes[found.count] != 0 { found.append(UInt8(bitPattern: bytes[found.count])) }
      return found
    }
    #expect(back == name)
    #expect(text.unicodeScalars.contains("\u{FFFD}") == false)
  }

  @Test func namesOfUTF8AreThemselves() {
    #expect("é.yaml".withCString { PathText.string($0) } == "é.yaml")
  }
}
