/// A stretch in which something begins, ends or happens, or may do so on any of its days.
struct StripCluster: Sendable, Hashable {
  /// From its first possible minute to its last.
  var range: StripRange
  /// How many different ranges lie in it.
  var places: Int
}

/// The rule by which empty stretches of the axis are folded.
enum StripGap {
  /// A gap is folded when it is longer than this part of all that is shown beside it: it would take
  /// more than a third of the axis.
  static let share = 2
  /// And when it is so many times longer than the next shorter gap, so that steps of one size stay.
  static let leap = 3
  /// A shorter gap counts as three weeks, so that what lasts a season is shown whole.
  static let shortest = 21 * StripTime.minutesOfDay

  /// The stretches that ranges cover, in order; ranges that touch share one.
  static func clusters(_ ranges: [StripRange]) -> [StripCluster] {
    var clusters: [StripCluster] = []
    var previous: StripRange?
    let inOrder = ranges.sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    for range in inOrder {
      let isNew = range != previous
      previous = range
      if let last = clusters.indices.last, range.lowerBound <= clusters[last].range.upperBound {
        clusters[last].range = clusters[last].range.union(range)
        clusters[last].places += isNew ? 1 : 0
      } else {
        clusters.append(StripCluster(range: range, places: 1))
      }
    }
    return clusters
  }

  /// The stretches between folds, in order.
  ///
  /// Gaps are taken from the shortest to the longest. The first that is longer than half of all
  /// that is shown so far, and more than three times the one before it (at least nine weeks), is
  /// folded with all longer ones. Before the shortest gap stands the longest cluster of more than a day; where there is
  /// none, nothing would be enlarged, and the shortest gap stays. Of more folds than `limit` the
  /// longest are kept.
  static func fold(_ clusters: [StripCluster], limit: Int) -> [StripCluster] {
    let folded = foldedGaps(clusters).suffix(max(0, limit))
    return join(clusters, keeping: Set(folded))
  }

  /// All stretches as one.
  static func unfolded(_ clusters: [StripCluster]) -> [StripCluster] {
    join(clusters, keeping: [])
  }

  // MARK: - Choosing

  /// The gaps to fold by the cluster before them, from the shortest to the longest.
  private static func foldedGaps(_ clusters: [StripCluster]) -> ArraySlice<Int> {
    let gaps = clusters.indices.dropLast().map { index in
      (index, minutes: gap(after: index, clusters))
    }.sorted { $0.minutes < $1.minutes }
    var shown = clusters.reduce(0) { $0 + $1.range.minutes }
    var previous = clusters.map(\.range.minutes).filter { $0 > StripTime.minutesOfDay }.max()
    for (order, gap) in gaps.enumerated() {
      if let previous, gap.minutes > shown / share, gap.minutes > max(previous, shortest) * leap {
        return gaps[order...].map(\.0)[...]
      }
      shown += gap.minutes
      previous = gap.minutes
    }
    return []
  }

  private static func gap(after index: Int, _ clusters: [StripCluster]) -> Int {
    clusters[index].range.upperBound.distance(to: clusters[index + 1].range.lowerBound)
  }

  private static func join(_ clusters: [StripCluster], keeping folds: Set<Int>) -> [StripCluster] {
    var joined: [StripCluster] = []
    for (index, cluster) in clusters.enumerated() {
      if let last = joined.indices.last, !folds.contains(index - 1) {
        joined[last].range = joined[last].range.union(cluster.range)
        joined[last].places += cluster.places
      } else {
        joined.append(cluster)
      }
    }
    return joined
  }
}
