/// Reads cases whole, one after the other, and keeps what neighbours share.
///
/// A YAML file has to be read from its start for any case in it, so all its cases are kept once one
/// is asked for. It belongs to one thread.
public final class CaseReader {
  private var files: [Int: [Case]] = [:]
  private var keptCount = 0

  /// How many cases are kept, about.
  private static let keptCases = 20_000
  /// Bytes of the largest file whose cases are kept.
  private static let largestFile = 64 << 20

  /// Makes a reader that has read nothing.
  public init() {}

  /// Reads a case whole from its source.
  ///
  /// - Complexity: O(record); O(file) for the first case of a YAML file.
  public func content(ofRow row: Int, in library: Library) -> Result<Case, SourceFailure> {
    let (segment, index) = library.locate(row)
    let number = segment.file(ofCase: index)
    let file = library.files[number]
    guard file.format == .yaml, file.byteCount <= Self.largestFile else {
      return library.decode(row: row)
    }
    if files[number] == nil {
      switch library.decodeFile(ofRow: row) {
      case .success(let cases): keep(cases, of: number)
      case .failure(let failure): return .failure(failure)
      }
    }
    guard let cases = files[number], cases.indices.contains(Int(segment.provenance[index].ordinal))
    else {
      return library.decode(row: row)
    }
    var content = cases[Int(segment.provenance[index].ordinal)]
    content.id = library.id(ofRow: row)
    return .success(content)
  }

  /// Forgets what was read, because files changed.
  public func forget() {
    files.removeAll()
    keptCount = 0
  }

  private func keep(_ cases: [Case], of file: Int) {
    if keptCount + cases.count > Self.keptCases { forget() }
    files[file] = cases
    keptCount += cases.count
  }
}

extension SourceFile {
  fileprivate var byteCount: Int { identity.map { Int($0.size) } ?? retained?.count ?? 0 }
}
