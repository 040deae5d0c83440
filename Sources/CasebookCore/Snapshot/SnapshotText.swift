/// The part of a snapshot that is not numbers: problems, and how tables become cases.
///
/// It is written and read back by the same program. What files may hold is read by
/// ``JSONTreeReader`` alone.
enum SnapshotText {
  /// Problems as bytes, none if there are none; `nil` if they cannot be kept.
  static func bytes(of problems: [Problem]) -> [UInt8]? {
    problems.isEmpty ? [] : encoded(problems)
  }

  /// The problems in bytes.
  static func problems(in bytes: UnsafeRawBufferPointer) throws(SnapshotDoubt) -> [Problem] {
    bytes.isEmpty ? [] : try decoded([Problem].self, bytes)
  }

  /// How a table becomes cases, as bytes; `nil` if that cannot be kept.
  static func bytes(of table: TableDecoder) -> [UInt8]? { encoded(table.parts) }

  /// How a table becomes cases, from bytes.
  static func table(in bytes: UnsafeRawBufferPointer) throws(SnapshotDoubt) -> TableDecoder {
    TableDecoder(try decoded(TableDecoder.Parts.self, bytes))
  }

  /// How the text of a file comes out of it, and which part of it that is; empty bytes for the whole
  /// of a plain file, and `nil` if it cannot be kept.
  static func bytes(of form: TextForm, _ part: FilePart?) -> [UInt8]? {
    form == .plain && part == nil ? [] : encoded(Place(form: form, part: part))
  }

  /// The form and the part that bytes say.
  static func place(
    in bytes: UnsafeRawBufferPointer
  ) throws(SnapshotDoubt) -> (TextForm, FilePart?) {
    let place = try decoded(Place.self, bytes)
    return (place.form, place.part)
  }

  private struct Place: Codable {
    var form: TextForm
    var part: FilePart?
  }

  /// Profiles as bytes that are the same for the same profiles.
  static func stableBytes(of profiles: [Profile]) -> [UInt8] { encoded(profiles) ?? [] }

  private static func encoded(_ value: some Encodable) -> [UInt8]? {
    (try? SnapshotValue(encoding: value))?.bytes
  }

  private static func decoded<Value: Decodable>(
    _ type: Value.Type, _ bytes: UnsafeRawBufferPointer
  ) throws(SnapshotDoubt) -> Value {
    let tree = try SnapshotValue(bytes)
    do {
      return try tree.decoded(as: type)
    } catch {
      throw SnapshotDoubt()
    }
  }
}

extension Unicode.Scalar: @retroactive Codable {
  /// Reads the number of a character.
  public init(from decoder: any Decoder) throws {
    guard let scalar = Unicode.Scalar(try UInt32(from: decoder)) else { throw SnapshotDoubt() }
    self = scalar
  }

  /// Writes the number of the character.
  public func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}

/// Settings are read each time: their problems are none of a file with cases.
extension ProfileProblem: Codable {
  /// Is never called: there is nothing to read.
  public init(from decoder: any Decoder) throws { throw SnapshotDoubt() }

  /// Throws.
  public func encode(to encoder: any Encoder) throws { throw SnapshotDoubt() }
}
