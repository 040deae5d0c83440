import Testing

@testable import CasebookCore

struct TableMutationTests {
  private static let table = Array(
    """
    case_id,type,date,facility,outcome,tags
    b,detainer,2024-02-01/2024-03-04,"North, \"\"Jail\"\"
    Annex",declined,x;y
    a,hearing,3/25/2024,é,(b)(6),
    b,ice_arrest,12MAR08,,,z
    ,hearing,45383.5,NA,--,
    """.utf8)

  /// Whatever the bytes are, reading ends, and what is loaded and refused is what was found.
  @Test(arguments: 0..<30)
  func anyChangeOfBytesIsReadToItsEnd(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let special = Array("\",\n\r;|\t\u{0}".utf8) + [0xFF, 0xC3]
    let profiles = try BuiltInProfiles.all
    for _ in 0..<40 {
      var bytes = Self.table
      for _ in 0...Int(random.next() % 6) {
        let at = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 3 {
        case 0: bytes[at] = special[Int(random.next() % UInt64(special.count))]
        case 1: bytes.remove(at: at)
        default: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: at)
        }
      }
      let table = TableOutline(bytes, profiles: profiles)
      let errors = table.findings.filter { $0.contains(" error ") || $0.hasPrefix("error") }
      #expect(table.refused <= errors.count)
      #expect(table.loaded == table.cases.count)
      #expect(table.loaded + table.refused > 0 || !table.findings.isEmpty)
    }
  }
}
