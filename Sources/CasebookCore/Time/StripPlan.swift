/// The division of columns among the stretches of an axis.
struct StripPlan {
  /// The columns for segments and folds together.
  private let columns: Int
  private let groups: [StripCluster]
  private let isWindow: Bool
  /// The dates that something begins, ends or happens on.
  private let dates: [StripDate]

  /// Divides some columns among the stretches between folds, which must not be empty; in a window
  /// the ends are where someone put them, not where events are.
  private init(
    _ groups: [StripCluster], columns: Int, isWindow: Bool, dates: [StripDate]
  ) {
    self.groups = groups
    self.dates = dates
    self.columns = max(columns, 1)
    self.isWindow = isWindow
  }

  /// The least columns of a segment.
  private static let leastSegment = 3
  /// The columns each different place of a segment should have.
  private static let placeColumns = 3

  /// The parts of an axis over all that is not empty, from a column on; `dates` tell how exact the
  /// dates on both sides of a fold are.
  static func parts(
    _ anchors: [StripRange], from column: Int, columns: Int, folds: Bool, window: StripRange?,
    dates: [StripDate] = []
  ) -> [StripPart] {
    var clusters = StripGap.clusters(anchors)
    if let window {
      clusters = widened(clusters, to: window)
    }
    guard !clusters.isEmpty else { return [] }
    let limit = (columns - leastSegment) / (leastSegment + StripFoldForm.tight.least)
    let groups =
      folds ? StripGap.fold(clusters, limit: limit) : StripGap.unfolded(clusters)
    return StripPlan(groups, columns: columns, isWindow: window != nil, dates: dates)
      .parts(from: column)
  }

  private static func widened(
    _ clusters: [StripCluster], to window: StripRange
  ) -> [StripCluster] {
    guard let last = clusters.indices.last else {
      return [StripCluster(range: window, places: 2)]
    }
    var clusters = clusters
    clusters[0].range = window.lowerBound..<clusters[0].range.upperBound
    clusters[last].range = clusters[last].range.lowerBound..<window.upperBound
    return clusters
  }

  // MARK: - Parts

  private func parts(from column: Int) -> [StripPart] {
    let ranges = groups.map(shownRange)
    let folded = zip(ranges, ranges.dropFirst()).enumerated().map { index, sides in
      fold(sides.0.upperBound..<sides.1.lowerBound, after: groups[index], before: groups[index + 1])
    }
    let form = StripFoldForm.fitting(folded, into: max(columns / 3, columns - names(ranges)))
    let foldColumns = folded.map(form.columns)
    let widths = segmentColumns(ranges, columns - foldColumns.reduce(0, +))
    var parts: [StripPart] = []
    var next = column
    for (index, range) in ranges.enumerated() {
      parts.append(StripPart(range: range, columns: next..<(next + widths[index]), isFold: false))
      next += widths[index]
      guard index < folded.count else { break }
      let end = next + foldColumns[index]
      parts.append(
        StripPart(
          range: folded[index].range, columns: next..<end, isFold: true,
          foldText: StripFoldForm.text(folded[index], in: foldColumns[index])))
      next = end
    }
    return parts
  }

  private func fold(
    _ range: StripRange, after left: StripCluster, before right: StripCluster
  ) -> StripFold {
    StripFold(
      range, beside: dates.filter { $0.range.upperBound == left.range.upperBound },
      dates.filter { $0.range.lowerBound == right.range.lowerBound })
  }

  /// The columns that the stretches take in names alone; all of them where one is more than a name.
  private func names(_ ranges: [StripRange]) -> Int {
    guard groups.allSatisfy(isSingle) else { return columns }
    return ranges.reduce(0) { $0 + (StripTickLabel.names(of: $1).first?.count ?? 0) }
  }

  /// Whether one date is all there is in a stretch, so that it needs no more room than its name.
  private func isSingle(_ group: StripCluster) -> Bool {
    group.places == 1 && !isWindow
  }

  /// The stretch to whole steps of the calendar, so that a segment begins and ends with one.
  private func shownRange(_ group: StripCluster) -> StripRange {
    if isWindow { return group.range }
    if isSingle(group), group.range.minutes >= StripTime.minutesOfDay { return group.range }
    let step = isSingle(group) ? StripUnit.days(1) : bound(for: group.range.minutes)
    let start = step.floor(group.range.lowerBound)
    return start..<max(step.ceiling(group.range.upperBound), start.advanced(by: 1))
  }

  /// The longest step of which a stretch holds six, so that little is added at its ends.
  private func bound(for minutes: Int) -> StripUnit {
    StripUnit.bounds.last { $0.minutes * 6 <= minutes } ?? .minutes(15)
  }

  // MARK: - Columns

  private func segmentColumns(_ ranges: [StripRange], _ room: Int) -> [Int] {
    let singles = groups.indices.filter { isSingle(groups[$0]) }
    let others = groups.indices.filter { !isSingle(groups[$0]) }
    var widths = Array(repeating: 0, count: groups.count)
    name(singles, ranges, others.isEmpty ? room : room / 2, &widths)
    share(max(0, room - widths.reduce(0, +)), among: others, ranges, &widths)
    return widths
  }

  /// Gives segments of a single date the columns of their names, in the longest form in which all
  /// of them fit.
  private func name(
    _ indices: [Int], _ ranges: [StripRange], _ room: Int, _ widths: inout [Int]
  ) {
    let names = indices.map { StripTickLabel.names(of: ranges[$0]).map(\.count) }
    for form in 0..<3 {
      for (index, lengths) in zip(indices, names) {
        widths[index] = lengths[min(form, lengths.count - 1)]
      }
      if indices.reduce(0, { $0 + widths[$1] }) <= room { return }
    }
    let least = max(1, min(StripPlan.leastSegment, columns / (3 * groups.count)))
    for index in indices { widths[index] = least }
  }

  /// Gives each of some segments what its places need, and the rest by length.
  private func share(
    _ room: Int, among indices: [Int], _ ranges: [StripRange], _ widths: inout [Int]
  ) {
    guard !indices.isEmpty else { return }
    let fair = max(1, room / (2 * indices.count))
    for index in indices {
      widths[index] = min(groups[index].places * StripPlan.placeColumns, fair)
    }
    let rest = max(0, room - indices.reduce(0) { $0 + widths[$1] })
    let total = indices.reduce(0) { $0 + ranges[$1].minutes }
    var (minutes, given) = (0, 0)
    for index in indices {
      minutes += ranges[index].minutes
      let upTo = Int(Double(rest) * Double(minutes) / Double(total))
      widths[index] += upTo - given
      given = upTo
    }
  }
}
