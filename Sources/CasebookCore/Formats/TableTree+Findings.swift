extension TableTree {
  /// Notes the values of the row at hand that no map of its profile has.
  mutating func noteUnmapped(_ table: Table) {
    let names = table.decoder.header.names
    for (index, written) in states[count].unmapped {
      let value = table.evaluator.quotation(of: written)
      let rule = table.decoder.profile.values[index]
      let nearest = Spelling.nearest(to: value, among: (rule.map ?? []).map(\.from))
      let name = names.indices.contains(written.column) ? names[written.column] : rule.name
      findings.append(
        table.check.finding(
          .unmappedValue(of: name, value: value, nearest: nearest), states[count].row,
          at: states[count].place(of: written)))
    }
  }

  /// Notes that a row says otherwise what can be said once.
  mutating func noteDiffering(
    _ key: String, _ first: CellValue, of firstRow: Int, _ other: CellValue, of index: Int
  ) {
    var finding = tables[states[index].table].check.finding(
      .differingValue(
        key: key, first: evaluator(of: firstRow).quotation(of: first),
        other: evaluator(of: index).quotation(of: other)),
      states[index].row, at: states[index].place(of: other))
    finding.table = states[index].table
    findings.append(finding)
  }
}
