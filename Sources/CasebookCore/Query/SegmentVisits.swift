// Hot path: the loops over entries and events.

extension Segment {
  /// Calls the body for each entry of a column: its code, the row of the domain, and the case.
  ///
  /// Only the events of a type count, where one is given.
  @inline(__always)
  func visit(
    _ column: ValueColumn, ofType type: UInt16?, rows domain: SegmentEvaluator.Domain,
    _ body: (_ code: UInt32, _ row: Int, _ ownerRow: Int) -> Void
  ) {
    column.rows.withBuffer { rows in
      column.codes.withBuffer { codes in
        if column.path.scope == .wholeCase {
          for entry in rows.indices { body(codes[entry], Int(rows[entry]), Int(rows[entry])) }
          return
        }
        eventStarts.withBuffer { starts in
          eventTypes.withBuffer { types in
            var owner = 0
            for entry in rows.indices {
              let event = rows[entry]
              if let type, types[Int(event)] != type { continue }
              while starts[owner + 1] <= event { owner += 1 }
              body(codes[entry], domain == .events ? Int(event) : owner, owner)
            }
          }
        }
      }
    }
  }

  /// Calls the body for each event: its number, and the row of the domain.
  @inline(__always)
  func visitEvents(
    ofType type: UInt16?, rows domain: SegmentEvaluator.Domain,
    _ body: (_ event: Int, _ row: Int) -> Void
  ) {
    eventStarts.withBuffer { starts in
      eventTypes.withBuffer { types in
        var owner = 0
        for event in types.indices {
          if let type, types[event] != type { continue }
          while Int(starts[owner + 1]) <= event { owner += 1 }
          body(event, domain == .events ? event : owner)
        }
      }
    }
  }

  /// The folded text of a stretch of the arena.
  func withFoldedText<Result>(
    _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    guard let arena = text.segments.first else {
      return body(UnsafeRawBufferPointer(start: nil, count: 0))
    }
    return arena.text.withElements { bytes in
      let part = range.clamped(to: 0..<bytes.count)
      return body(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[part])))
    }
  }
}
