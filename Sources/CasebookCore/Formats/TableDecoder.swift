/// What it takes to make a case of rows: the header, the profile, and what the whole table showed.
///
/// It holds no bytes of the file, so that it can be kept as long as the cases are, and a case be
/// made again from the bytes of its rows alone.
public final class TableDecoder: Sendable {
  /// The profile that reads the table.
  public let profile: Profile
  /// The names of the columns.
  public let header: TableHeader
  /// What separates the cells.
  public let delimiter: TableDelimiter
  /// How much is read of a row.
  public let limits: TableLimits
  /// The file's name without its extension, from which cases without an id get theirs.
  public let idStem: String

  let binding: ProfileBinding
  /// The order of day and month in each column of dates; nothing where it is not known.
  let dateOrders: [Int: DateOrder]
  /// The file's name without folder and extension.
  let fileStem: String

  /// What a decoder is made of.
  struct Parts: Codable {
    var profile: Profile
    var header: TableHeader
    var delimiter: TableDelimiter
    var limits: TableLimits
    var idStem: String
    var dateOrders: [Int: DateOrder]
  }

  convenience init(
    _ found: TableHeaderSearch.Found, fileName: String, limits: TableLimits,
    binding: ProfileBinding, dateOrders: [Int: DateOrder]
  ) {
    let parts = Parts(
      profile: found.profile, header: found.header, delimiter: found.dialect.delimiter,
      limits: limits, idStem: Self.withoutExtension(fileName), dateOrders: dateOrders)
    self.init(parts, binding: binding)
  }

  /// Makes a decoder again, which reads rows as the one before did.
  convenience init(_ parts: Parts) {
    let noText = UnsafeRawBufferPointer(start: nil, count: 0)
    self.init(parts, binding: ProfileBinding(parts.profile, parts.header, of: noText))
  }

  private init(_ parts: Parts, binding: ProfileBinding) {
    profile = parts.profile
    header = parts.header
    delimiter = parts.delimiter
    limits = parts.limits
    idStem = parts.idStem
    dateOrders = parts.dateOrders
    self.binding = binding
    fileStem = idStem.split(separator: "/").last.map(String.init) ?? idStem
  }

  /// What it is made of.
  var parts: Parts {
    Parts(
      profile: profile, header: header, delimiter: delimiter, limits: limits, idStem: idStem,
      dateOrders: dateOrders)
  }

  /// The columns that hold pairs.
  private var pairColumns: Set<Int> {
    let entries = binding.events.flatMap(\.entries).filter { $0.key == "*" }
    return Set(entries.flatMap(\.value.alternatives).compactMap(\.soleColumn))
  }

  /// `a/b.csv.gz` as `a/b`.
  static func withoutExtension(_ fileName: String) -> String {
    var name = Compression.uncompressed(fileName)[...]
    for suffix in [".csv", ".tsv", ".psv", ".tab", ".txt"]
    where name.lowercased().hasSuffix(suffix) && name.count > suffix.count {
      name = name.dropLast(suffix.count)
    }
    return String(name)
  }

  /// The id of a row that has none of its own: `detainers-000123`.
  func defaultID(_ row: Int) -> String {
    "\(idStem)-\(TableDate.padded(row, 6))"
  }

  /// The row as it stands in the file, cell by cell, for showing where a fact comes from.
  ///
  /// Columns that may identify a person are left out here too.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - text: the bytes that its ranges count in.
  /// - Returns: the cells with the names of their columns, in the order of the file.
  func originalCells(_ row: TableRow, of text: UnsafeRawBufferPointer) -> [TableOriginalCell] {
    row.cells.enumerated().compactMap { column, cell in
      guard !binding.roles.indices.contains(column) || binding.roles[column] != .dropped else {
        return nil
      }
      let name =
        header.names.indices.contains(column) ? header.names[column] : "column \(column + 1)"
      let written = TableText.string(cell, of: text)
      let isPairs = pairColumns.contains(column)
      return TableOriginalCell(name: name, text: isPairs ? AttributePairs.shown(written) : written)
    }
  }
}
