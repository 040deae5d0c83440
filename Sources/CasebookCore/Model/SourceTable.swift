/// The sources of a case in the order of the file, each found by its id in one step.
///
/// A case may have as many events as sources; looking through all sources for each event would cost
/// their product.
public struct SourceTable: Sendable, Hashable {
  /// The sources in the order of the file.
  public let all: [Source]
  /// The place of the first source with each id.
  private let places: [String: Int]

  /// Makes a table of sources in the order of the file. If an id stands twice, the first source
  /// with it counts, as everywhere.
  public init(_ sources: [Source] = []) {
    all = sources
    places = Dictionary(
      sources.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The source with an id, or nil if the case lists none.
  public subscript(id: String) -> Source? {
    places[id].map { all[$0] }
  }

  /// Tables of the same sources are the same.
  public static func == (left: SourceTable, right: SourceTable) -> Bool { left.all == right.all }

  /// Hashes the sources alone; the places follow from them.
  public func hash(into hasher: inout Hasher) { hasher.combine(all) }
}

extension SourceTable: CustomStringConvertible {
  /// The sources; their places follow from them.
  public var description: String { "\(all)" }
}
