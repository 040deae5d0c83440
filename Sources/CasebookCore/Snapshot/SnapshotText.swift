import FoundationEssentials

/// What of a snapshot is no numbers: problems, and how tables become cases, as JSON.
///
/// It is read back by the program that wrote it, within bytes that add up; what files may hold is
/// read by ``JSONTreeReader`` alone.
enum SnapshotText {
  /// Problems as bytes, none for none; nothing where they cannot be kept.
  static func bytes(of problems: [Problem]) -> [UInt8]? {
    problems.isEmpty ? [] : (try? JSONEncoder().encode(problems)).map(Array.init)
  }

  /// The problems that bytes say.
  static func problems(in bytes: UnsafeRawBufferPointer) throws(SnapshotDoubt) -> [Problem] {
    bytes.isEmpty ? [] : try decoded([Problem].self, bytes)
  }

  /// How a table becomes cases, as bytes; nothing where that cannot be kept.
  static func bytes(of table: TableDecoder) -> [UInt8]? {
    (try? JSONEncoder().encode(table.parts)).map(Array.init)
  }

  /// How a table becomes cases, as bytes say.
  static func table(in bytes: UnsafeRawBufferPointer) throws(SnapshotDoubt) -> TableDecoder {
    TableDecoder(try decoded(TableDecoder.Parts.self, bytes))
  }

  /// Profiles as bytes that are the same for the same profiles.
  static func stableBytes(of profiles: [Profile]) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(profiles)).map(Array.init) ?? []
  }

  private static func decoded<Value: Decodable>(
    _ type: Value.Type, _ bytes: UnsafeRawBufferPointer
  ) throws(SnapshotDoubt) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
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
