import CasebookCore

/// The cases of the sample library, read from its folder in the sources.
enum SampleCases {
  /// All of them by id.
  static let all: [String: Case] = {
    let here = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let folder = "/\(here)/Sources/CasebookCore/Resources/samples"
    let library = Loader().load([.path(folder)], title: "samples")
    var cases: [String: Case] = [:]
    for row in 0..<library.caseCount {
      guard case .success(let content) = library.decode(row: row) else { continue }
      cases[content.id] = content
    }
    return cases
  }()

  /// The events of a case, oldest first.
  static func chronology(_ id: String) -> [Event] {
    all[id]?.chronology ?? []
  }
}
