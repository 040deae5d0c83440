extension Library {
  /// The latest recorded day of the release that the library holds, to which open ends are counted.
  ///
  /// What `casebook.yaml` says comes first. Otherwise it is the last day of any event read with a
  /// profile of a release; days after `today` are errors of the data and do not count.
  ///
  /// - Parameter today: The last day that can have been recorded.
  /// - Returns: The day, or `nil` if the library holds no table of a release.
  /// - Complexity: O(segments), and O(events) for segments with a day after `today`.
  public func releaseDay(notAfter today: DayNumber) -> DayNumber? {
    if let day = settings.asOf { return day }
    return segments.compactMap { segment in
      guard isOfRelease(segment), let last = segment.valueCounts.lastDay else { return nil }
      return last <= today ? last : segment.lastDay(notAfter: today)
    }.max()
  }

  private func isOfRelease(_ segment: Segment) -> Bool {
    files.indices.contains(segment.firstFile)
      && files[segment.firstFile].table?.profile.release == .folder
  }
}

extension Segment {
  /// The last day, up to a limit, on which an event surely begins or ends.
  func lastDay(notAfter limit: DayNumber = .max) -> DayNumber? {
    let last = eventSpans.withBuffer { spans in
      spans.reduce(Int32.min) { last, span in
        guard span.flags.isDisjoint(with: .doubtful) else { return last }
        if span.latest <= limit.rawValue { return max(last, span.latest) }
        // An open end, or one that is an error: the start is recorded all the same.
        return span.earliest <= limit.rawValue ? max(last, span.earliest) : last
      }
    }
    return last < DayNumber.min.rawValue ? nil : DayNumber(rawValue: last)
  }
}

extension DateSpan.Flags {
  /// What makes a date no evidence of the day that data were recorded on.
  fileprivate static let doubtful: DateSpan.Flags = [
    .missing, .uncertain, .approximate, .unspecified, .yearUnknown, .beyondCountableDays,
  ]
}
