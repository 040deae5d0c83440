import CTables
import Glibc

/// Files of tables of each kind: the text that comes out is bounded, and reading it in small steps
/// gives the same text.
enum TableFileTarget {
  static let all: [FuzzTarget] = [
    target("xlsx", .workbook), target("zip", .zip), target("parquet", .parquet),
    target("feather", .arrow), target("dta", .stata), target("sav", .spss),
    target("por", .spss_portable), target("sas7bdat", .sas), target("xpt", .sas_transport),
    target("sqlite", .sqlite),
  ]

  /// Bytes that a part may expand to, and bytes of it that are read.
  private static let limit: UInt64 = 1 << 24
  private static let most = 4 << 20

  private static func target(_ ending: String, _ kind: ctables_kind) -> FuzzTarget {
    FuzzTarget(
      name: ending, summary: "Reads the tables of a .\(ending) file in large and small steps.",
      seeds: ["." + ending]
    ) { bytes in
      let descriptor = ctables_memory_file()
      defer { close(descriptor) }
      guard write(descriptor, bytes.baseAddress, bytes.count) == bytes.count else { return }
      let file = ctables_open(descriptor, kind, limit)
      defer { ctables_close(file) }
      for part in 0..<min(ctables_count(file), 3) {
        require(ctables_name(file, part) != nil, "a part has a name")
        let large = text(of: file, part, step: 1 << 16)
        let small = text(of: file, part, step: 4_093)
        require(large == small, "the text does not depend on the steps")
      }
    }
  }

  private static func text(of file: OpaquePointer?, _ part: Int, step: Int) -> [UInt8] {
    var all: [UInt8] = []
    guard ctables_select(file, part) != 0 else { return all }
    var chunk = [UInt8](repeating: 0, count: step)
    while all.count < most {
      let got = ctables_read(file, &chunk, step)
      require(got <= step, "no more comes out than there is room for")
      all += chunk[..<got]
      if got < step { break }
    }
    return Array(all.prefix(most))
  }
}
