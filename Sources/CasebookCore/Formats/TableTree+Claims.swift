extension TableTree {
  /// What rows of a case say differently under one key.
  struct Dispute {
    /// The key of the map that holds the key.
    var map: String?
    var key: String
    /// Each value with the rows that say it, in the order of the rows.
    var accounts: [(value: CellValue, rows: [Int])]
  }

  /// A column or named value within a composed value of a row.
  struct ComposedPiece {
    /// The column's name for comparing, or that of the value.
    var name: String
    var row: Int
    var value: CellValue
  }

  /// How what a row says goes with what is the case's.
  enum Agreement {
    /// It says the same, or less.
    case same
    /// It says more than the rows before, and nothing otherwise.
    case more
    /// It says it otherwise.
    case other
  }

  // MARK: - Composed values

  /// How a row goes with the first one that says an entry, in other bytes.
  ///
  /// A value put together from several columns is no account of its own: it differs only where a
  /// piece does that both rows have. Pieces that another key of the case says by itself are compared
  /// there.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - first: the first row that says it.
  ///   - entry: what they say; nothing for a column by itself.
  ///   - pieces: what is known of the value from earlier rows; takes what the row adds.
  /// - Returns: how they go together.
  func agreement(
    of row: Int, with first: Int, on entry: JoinedEntries.Entry?, _ pieces: inout [ComposedPiece]?
  ) -> Agreement {
    guard let entry, entry.isComposed, let own = self.pieces(of: entry, row),
      var known = pieces ?? self.pieces(of: entry, first)
    else { return .other }
    var agreement = Agreement.same
    for piece in own {
      let before = known.first { $0.name == piece.name }
      if let before {
        if !areEqual(before.value, of: before.row, piece.value, of: row) { return .other }
      } else {
        known.append(piece)
        agreement = .more
      }
    }
    pieces = known
    return agreement
  }

  /// The pieces of a composed value that no other key says; nothing where it is not composed.
  private func pieces(of entry: JoinedEntries.Entry, _ row: Int) -> [ComposedPiece]? {
    guard let number = entry.values[states[row].decoder] else { return nil }
    let (evaluator, state) = (evaluator(of: row), states[row])
    let binding = evaluator.binding
    let template = binding.caseEntries[number].value.alternatives.first {
      evaluator.value($0, state).hasText
    }
    guard let template, template.valueCount > 1 else { return nil }
    let names = tables[state.table].decoder.header.names
    return template.parts.compactMap { part in
      switch part {
      case .column(let column, let style):
        guard column < state.cells.count, !binding.columnsOfCase.contains(column) else {
          return nil
        }
        return piece(TableHeader.folded(names[column]), state.cells[column], style, row)
      case .value(let index, let style):
        return piece("<\(binding.profile.values[index].name)>", state.named[index], style, row)
      case .text, .nothing, .row, .file: return nil
      }
    }
  }

  private func piece(
    _ name: String, _ value: CellValue, _ style: Template.Style, _ row: Int
  ) -> ComposedPiece? {
    guard value.hasText else { return nil }
    let scratch = evaluator(of: row).scratch
    let start = scratch.count
    evaluator(of: row).append(value, style)
    return ComposedPiece(
      name: name, row: row, value: CellValue(.scratch, start: start, end: scratch.count))
  }

  // MARK: - Claims

  /// Adds what rows say differently, each value once; composed values that only lack pieces are none.
  mutating func addDispute(
    _ key: String, _ entry: JoinedEntries.Entry?, _ first: Int,
    _ value: (borrowing RowValues) -> CellValue
  ) {
    var dispute = Dispute(map: entry?.map, key: key, accounts: [])
    var values = ByteTable()
    /// The account of each value; nil for a composed value that only lacks pieces.
    var accounts: [Int?] = []
    var pieces: [ComposedPiece]?
    for row in first..<count {
      let found = value(states[row])
      if found.isMissing { continue }
      let number = Int(values.number(of: bytes(found, of: row)))
      if number < accounts.count {
        if let account = accounts[number] { dispute.accounts[account].rows.append(row) }
        continue
      }
      if row == first || agreement(of: row, with: first, on: entry, &pieces) != .same {
        accounts.append(dispute.accounts.count)
        dispute.accounts.append((found, [row]))
      } else {
        accounts.append(nil)
      }
    }
    if dispute.accounts.count > 1 { disputes.append(dispute) }
  }

  /// Writes each account of what rows say differently, with the rows that give it.
  mutating func writeClaims(_ tree: DataTree) {
    guard let first = disputes.first else { return }
    let place = states[first.accounts[0].rows[0]].row.bytes.lowerBound
    stand(in: first.accounts[0].rows[0], tree)
    tree.appendString("claims" as StaticString, at: place)
    tree.beginArray(at: place)
    for dispute in disputes {
      for account in dispute.accounts { write(account.value, account.rows, of: dispute, tree) }
    }
    tree.end()
  }

  private mutating func write(
    _ value: CellValue, _ rows: [Int], of dispute: Dispute, _ tree: DataTree
  ) {
    let place = states[rows[0]].place(of: value)
    stand(in: rows[0], tree)
    tree.beginObject(at: place)
    if let map = dispute.map {
      tree.appendString(map, at: place)
      tree.beginObject(at: place)
    }
    write(dispute.key, value, of: rows[0], tree)
    if dispute.map != nil { tree.end() }
    tree.appendString("source" as StaticString, at: place)
    tree.beginArray(at: place)
    for row in rows {
      stand(in: row, tree)
      tree.appendString(reference(toRow: row), at: states[row].row.bytes.lowerBound)
    }
    tree.end()
    tree.end()
  }

  /// The source that the first event of a row names, else its file and number.
  private func reference(toRow row: Int) -> String {
    let table = tables[states[row].table]
    if let event = states[row].events.first {
      let entries = table.decoder.binding.events[event.rule].entries
      if let source = entries.firstIndex(where: { $0.key == "source" && $0.value.separator == nil })
      {
        let value = states[row].eventValues[event.firstValue + source]
        if value.hasText { return table.evaluator.string(value) }
      }
    }
    return "#\(table.decoder.fileStem) row \(states[row].row.number)"
  }
}
