/// Finds what a misspelt word was meant to be.
public enum Spelling {
  /// The word nearest to another, within a distance that grows with its length; nothing where
  /// none is near.
  ///
  /// One edit is allowed up to five letters, two up to nine, then three.
  public static func nearest(to word: String, among words: [String]) -> String? {
    if word.utf8.count > longest { return nil }
    let allowed = word.count <= 2 ? 0 : word.count <= 5 ? 1 : word.count <= 9 ? 2 : 3
    var best: (word: String, distance: Int)?
    for candidate in words where abs(candidate.count - word.count) <= allowed {
      let distance = distance(Array(word.lowercased()), Array(candidate.lowercased()))
      if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// Longer texts, in bytes, are no misspelt words.
  private static let longest = 120

  /// The names that may have been meant by a text that is none of them: those that begin with it,
  /// those of which it is a part, and the nearest misspelling.
  ///
  /// - Returns: At most five names, the shortest first within each group.
  public static func candidates(for text: String, among names: [String]) -> [String] {
    let lower = text.lowercased()
    let sorted = Set(names).sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    let beginning = lower.isEmpty ? [] : sorted.filter { $0.lowercased().hasPrefix(lower) }
    let holding = sorted.filter { name in
      let parts = name.lowercased().split { "._ ".contains($0) }
      return parts.count > 1 && parts.contains { $0 == lower } && !beginning.contains(name)
    }
    var found = beginning + holding
    if let nearest = nearest(to: text, among: names.sorted()), !found.contains(nearest) {
      found.insert(nearest, at: 0)
    }
    return Array(found.prefix(5))
  }

  /// How many letters must be added, dropped, changed or swapped with their neighbour
  /// (the restricted Damerau-Levenshtein distance).
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var twoAbove: [Int] = []
    var above = Array(0...right.count)
    for row in 0..<left.count {
      var line = [row + 1]
      for column in 0..<right.count {
        let cost = left[row] == right[column] ? 0 : 1
        var value = min(above[column + 1] + 1, line[column] + 1, above[column] + cost)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          value = min(value, twoAbove[column - 1] + 1)
        }
        line.append(value)
      }
      twoAbove = above
      above = line
    }
    return above[right.count]
  }
}
