extension ProfileBinding {
  /// What is worth knowing of columns that become fields, and of keys that templates stand under.
  static func findings(
    _ roles: [Role], _ header: TableHeader, _ names: NameBinder, of text: UnsafeRawBufferPointer
  ) -> [TableFinding] {
    let fields = roles.indices.filter { if case .field = roles[$0] { true } else { false } }
    func finding(_ problem: TableProblem, at column: Int) -> TableFinding {
      TableFinding(
        problem, at: header.position(ofColumn: column, in: text), row: header.row.number)
    }
    var found = unlikelyKeys(names.profile).map { TableFinding($0) }
    let lacking = Dictionary(
      names.lacking.map { (TableHeader.folded($0), $0) }, uniquingKeysWith: { first, _ in first })
    for column in fields {
      let name = header.names[column]
      let nearest = Spelling.nearest(
        to: TableHeader.folded(name), among: lacking.keys.sorted())
      guard let nearest, let meant = lacking[nearest] else { continue }
      found.append(finding(.columnNearNamed(name: name, nearest: meant), at: column))
    }
    if let first = fields.first {
      found.append(finding(.fieldColumns(names: fields.map { header.names[$0] }), at: first))
    }
    return found
  }

  /// Keys that templates stand under and that are nearly keys of the format.
  private static func unlikelyKeys(_ profile: Profile) -> [TableProblem] {
    let ofCase = profile.caseEntries.map { ($0.key, FormatKeys.ofCase) }
    let ofEvents = profile.events.flatMap(\.entries).map { ($0.key, FormatKeys.ofEvent) }
    return (ofCase + ofEvents).compactMap { key, known in
      guard !key.contains("."), !known.contains(key),
        let nearest = Spelling.nearest(to: key, among: known)
      else { return nil }
      return .keyNearKnown(key: key, nearest: nearest)
    }
  }
}
