import Testing

@testable import CasebookCore

@Suite struct FoldTests {
  @Test(
    arguments: [
      ("", ""),
      ("Hartford", "hartford"),
      ("Peñuelas", "penuelas"),
      ("PEN\u{303}UELAS", "penuelas"),
      ("Straße STRAẞE", "strasse strasse"),
      ("İstanbul ısı", "istanbul ısı"),
      ("Ørsted Łódź", "ørsted łodz"),
      ("ﬁle ﬃ Ǆ", "file ffi ǆ"),
      ("ＡＢＣ　１２／３", "abc 12/3"),
      ("Ｓｔｒａßｅ ＫＡＤＩＫÖＹ", "strasse kadikoy"),
      ("ｶﾞｲﾄﾞ ガイド", "カイト カイト"),
      ("￥￦￩ﾡ", "¥₩←ㄱ"),
      ("Iİiı", "iiiı"),
      ("Ὀδυσσεύς", "οδυσσευσ"),
      ("ᾳ ΐ", "αι ι"),
      ("Ёлка Й", "елка и"),
      ("क़ी", "की"),
      ("각힣가", "\u{1100}\u{1161}\u{11A8}\u{1112}\u{1175}\u{11C2}\u{1100}\u{1161}"),
      ("אָלֶף", "אלף"),
      ("مُحَمَّد", "محمد"),
      ("か\u{3099}が", "かか"),
      ("\u{F900}", "豈"),
      ("e\u{301}\u{327}\u{FE0F}\u{E0100}", "e"),
      ("\u{212A}\u{212B}", "ka"),
      ("😀A\u{200D}B", "😀a\u{200D}b"),
    ])
  func textFoldsToItsSearchedForm(text: String, folded: String) {
    #expect(Fold.folded(text) == Array(folded.utf8), "\(string(Fold.folded(text)))")
  }

  @Test(arguments: 0...40)
  func asciiFoldsAtEveryLengthAndPlace(length: Int) {
    let alphabet = "@AZ[`az{09 ~"
    let text = String((0..<length).map { Array(alphabet)[$0 % 12] })
    #expect(string(Fold.folded(text)) == text.lowercased())
    for place in 0...length {
      let (left, right) = (text.prefix(place), text.dropFirst(place))
      #expect(string(Fold.folded("\(left)É\(right)")) == "\(left)e\(right)".lowercased())
    }
  }

  @Test(
    arguments: [
      // Mongolian class 224 before Balinese class 9, with a mark that goes between them.
      ([0x302E, 0x0301, 0x1B44], [0x1B44, 0x302E]),
      // A mark of class 0 that goes ends a run all the same.
      ([0x302E, 0x034F, 0x1B44], [0x302E, 0x1B44]),
      ([0x302E, 0x0061, 0x1B44], [0x302E, 0x0061, 0x1B44]),
      ([0x1D15E, 0x1D16D, 0x1D16E], [0x1D157, 0x1D165, 0x1D16E, 0x1D16D]),
      ([0x302E, 0x302F, 0x1D165, 0x1B44, 0x1B44], [0x1B44, 0x1B44, 0x1D165, 0x302E, 0x302F]),
    ] as [([UInt32], [UInt32])])
  func marksThatStayComeInCanonicalOrder(scalars: [UInt32], folded: [UInt32]) {
    let text = String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    #expect(string(Fold.folded(text)).unicodeScalars.map(\.value) == folded)
  }

  @Test(
    arguments: [
      ([0x41, 0x80, 0x42], "a\u{FFFD}b"),
      ([0xC3], "\u{FFFD}"),
      ([0xC0, 0x80], "\u{FFFD}\u{FFFD}"),
      ([0xE2, 0x82], "\u{FFFD}\u{FFFD}"),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xFF, 0x41], "\u{FFFD}a"),
    ] as [([UInt8], String)])
  func bytesThatAreNotUTF8BecomeReplacementCharacters(bytes: [UInt8], folded: String) {
    #expect(bytes.withUnsafeBytes { string(Fold.folded($0)) } == folded)
  }

  @Test func tooLittleRoomWritesNothing() {
    var target = [UInt8](repeating: 7, count: Fold.room(for: 3) - 1)
    let count = target.withUnsafeMutableBytes { target in
      [UInt8]("ABC".utf8).withUnsafeBytes { Fold.fold($0, into: target) }
    }
    #expect(count == 0)
    #expect(target.allSatisfy { $0 == 7 })
  }

  /// Digests by `Tests/Generators/fold_table.py --digests`; blocks not named fold to themselves.
  static let digests: [UInt32: UInt64] = [
    0x00000: 0xa5aa_cd6c_5d8d_2d0c, 0x01000: 0xb689_538e_1e04_f38a,
    0x02000: 0x9676_327d_48c1_ce40, 0x03000: 0xd92c_6ee7_8947_582e,
    0x0a000: 0x2993_0771_685f_0195, 0x0b000: 0xadf1_a575_1507_cc11,
    0x0c000: 0xe695_2619_98fb_0e90, 0x0d000: 0xe058_161a_6058_ca19,
    0x0f000: 0x4afd_2b7d_17c8_7897, 0x10000: 0xb9ab_caca_2d14_d6a1,
    0x11000: 0x3e15_5f4c_3718_02a6, 0x16000: 0xf402_952c_b318_8602,
    0x1b000: 0x2981_a96c_4e81_8e44, 0x1c000: 0xe77f_596c_fd02_d35c,
    0x1d000: 0xa648_d2cd_3131_a149, 0x1e000: 0x6077_6c7f_353e_6058,
    0x2f000: 0xe2cf_7c17_5313_d95e, 0xe0000: 0x00a6_dc5d_cfcb_a675,
  ]

  @Test func everyScalarFoldsByTheRuleAndFoldedTextStays() {
    for block in stride(from: UInt32(0), to: 0x110000, by: 0x1000) {
      var digest = Digest()
      var identity = Digest()
      for value in block..<block + 0x1000 {
        let scalar = Unicode.Scalar(value).map { String(Character($0)) } ?? ""
        let folded = Fold.folded(scalar)
        digest.combine(folded)
        identity.combine(Array(scalar.utf8))
        if folded.withUnsafeBytes({ Fold.folded($0) }) != folded {
          Issue.record("U+\(String(value, radix: 16)) folds further")
        }
      }
      #expect(digest.value == Self.digests[block] ?? identity.value, "block \(block)")
    }
  }

  private func string(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}

/// FNV-1a of 64 bits, with a separator after each text.
private struct Digest {
  var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func combine(_ bytes: [UInt8]) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    value = (value ^ 0xFF) &* 0x100_0000_01b3
  }
}
