import Testing

@testable import CasebookCore

@Suite struct FileSignatureTests {
  private func signature(_ bytes: [UInt8]) -> FileSignature {
    bytes.withUnsafeBytes { FileSignature($0) }
  }

  private func signature(_ text: String) -> FileSignature { signature(Array(text.utf8)) }

  @Test func textSaysNothing() {
    for text in ["", "a", "id,date\n", "{\"id\":1}", "PK is a name", "<note>", "version 2\n"] {
      #expect(signature(text) == .none, "\(text)")
    }
  }

  @Test func pointersAndPagesAreKnownBehindBlanksAndMarks() {
    let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:ab12\nsize 142083192\n"
    #expect(signature(pointer) == .notRead(.pointer(size: 142_083_192)))
    #expect(signature("\u{FEFF}\n <!DOCTYPE HTML><p>") == .notRead(.webPage))
    #expect(signature("<html lang=en>") == .notRead(.webPage))
    #expect(signature("%PDF-1.7") == .notRead(.pdf))
  }

  @Test func filesOfStatisticsAreKnownByTheirVersions() {
    #expect(signature("<stata_dta><header>") == .tables(.stata))
    #expect(signature([114, 2, 1, 0, 8, 0]) == .tables(.stata))
    #expect(signature("$FL2@(#) SPSS DATA FILE") == .tables(.spss))
    #expect(signature("HEADER RECORD*******LIBV8   HEADER") == .tables(.sasTransport))
  }

  @Test func portableFilesAreKnownByTheirMarkAcrossLineEnds() {
    let head =
      [UInt8](repeating: 0x30, count: 456) + "SPSSPORT".utf8 + [UInt8](repeating: 0x41, count: 100)
    let lines = stride(from: 0, to: head.count, by: 80).flatMap {
      head[$0..<min($0 + 80, head.count)] + [0x0D, 0x0A]
    }
    #expect(signature(head) == .tables(.spssPortable))
    #expect(signature(lines) == .tables(.spssPortable))
    #expect(signature([UInt8](repeating: 0x30, count: 600)) == .none)
  }

  @Test func archivesAndOldWorkbooksAreKnown() {
    #expect(signature([0x50, 0x4B, 3, 4, 20]) == .tables(.zip))
    #expect(signature([0x1F, 0x8B, 8]) == .compressed(.gzip))
    #expect(
      signature([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]) == .notRead(.oldWorkbook))
  }
}
