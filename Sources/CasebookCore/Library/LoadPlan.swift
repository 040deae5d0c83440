/// What a load has to read, and what of it is known already.
struct LoadPlan {
  /// The units in the order of the files.
  private(set) var units: [Loader.Unit] = []
  /// Bytes that have to be read.
  private(set) var unreadBytes = 0
  /// Whether everything is known, and nothing else was.
  private(set) var isKnown = false

  /// Small files that one segment takes at most: of the first groups fewer, so that rows appear at
  /// once, and that a small library is read by more threads than one.
  private static let groupFiles = 1_000
  private static let firstGroupFiles = 64
  /// Parts that a known group of small files may fall into before it is read anew whole.
  private static let mostParts = 8

  private let found: Loader.Found
  private let sizes: PieceSizes
  private var group = 0..<0
  private var groupSize = 0
  private var groupLimit = LoadPlan.firstGroupFiles

  /// Groups small files, cuts large files of lines into slices, and takes what is known.
  init(_ found: Loader.Found, known: KnownUnits? = nil, sizes: PieceSizes = PieceSizes()) {
    self.found = found
    self.sizes = sizes
    let stretches = known.map { Self.stretches(of: found, $0, sizes) } ?? []
    var next = stretches[...]
    var index = 0
    while index < found.files.count {
      if let release = found.release(ofFile: index), next.first?.firstFile != index {
        endGroup(before: index)
        add(release)
        index = release.upperBound
        group = index..<index
      } else if let first = next.first, first.firstFile == index {
        endGroup(before: index)
        while let stretch = next.first, stretch.firstFile == index {
          units.append(.known(stretch))
          next.removeFirst()
          if next.first?.firstFile != index { index += stretch.files.count }
        }
        group = index..<index
      } else {
        add(index)
        index += 1
      }
    }
    endGroup(before: found.files.count)
    isKnown =
      unreadBytes == 0 && stretches.count == units.count
      && known?.files.count == found.files.count && known?.units.count == units.count
  }

  /// The tables of a release are one unit.
  private mutating func add(_ release: Range<Int>) {
    unreadBytes += found.sizes[release].reduce(0, +)
    units.append(.tables(release))
  }

  private mutating func add(_ index: Int) {
    let file = found.files[index]
    let size = found.sizes[index]
    unreadBytes += size
    if let records = file.recordsToCut, size > (file.expanded == nil ? sizes.first : 0) {
      endGroup(before: index + 1)
      units.append(.text(file: index, records))
      return
    }
    if file.format == .jsonLines, file.retained == nil, size > sizes.first {
      endGroup(before: index + 1)
      addSlices(of: index, size: size)
      return
    }
    let largest =
      file.expanded == nil ? sizes.group : sizes.group / LoadBounds.textOfCompressed
    if file.format == .table, file.path != nil, size > largest {
      endGroup(before: index + 1)
      units.append(.tables(index..<index + 1))
      return
    }
    if group.count >= groupLimit || groupSize + size > sizes.group {
      endGroup(before: index)
    }
    group = group.lowerBound..<(index + 1)
    groupSize += size
  }

  private mutating func endGroup(before next: Int) {
    if !group.isEmpty {
      units.append(.files(group))
      groupLimit = min(groupLimit * 2, Self.groupFiles)
    }
    group = next..<next
    groupSize = 0
  }

  private mutating func addSlices(of file: Int, size: Int) {
    var start = 0
    var length = sizes.first
    while start < size {
      let end = min(size, start + length)
      units.append(.lines(file: file, bytes: start..<end))
      start = end
      length = min(length * 2, sizes.largestSlice)
    }
  }

  // MARK: - What is known

  /// The parts of known units whose files are there unchanged, in the order of the files.
  private static func stretches(
    of found: Loader.Found, _ known: KnownUnits, _ sizes: PieceSizes
  ) -> [KnownStretch] {
    let owners = owners(of: known)
    let numbers = Dictionary(
      known.files.indices.map { (known.files[$0].key, $0) }, uniquingKeysWith: { $1 })
    var stretches: [KnownStretch] = []
    var partCounts: [Int: Int] = [:]
    var index = 0
    while index < found.files.count {
      let whole = found.release(ofFile: index) ?? index..<index + 1
      guard let first = number(of: index, in: found, numbers, known), !owners[first].isEmpty else {
        index = whole.upperBound
        continue
      }
      let owner = owners[first]
      let unit = known.units[owner.lowerBound]
      if unit.files.count == 1 || unit.isJoined || whole.count > 1 {
        let holds =
          unit.isJoined == (whole.count > 1) && unit.files.count == whole.count
          && zip(whole, unit.files).allSatisfy { number(of: $0, in: found, numbers, known) == $1 }
        let bytes = found.sizes[whole].reduce(0, +)
        for unit in owner where holds {
          stretches.append(
            stretch(known, unit, 0..<whole.count, at: index, bytes: bytes / owner.count))
        }
        index = whole.upperBound
        continue
      }
      var end = index + 1
      while end < found.files.count, found.release(ofFile: end) == nil,
        let next = number(of: end, in: found, numbers, known), next == first + end - index,
        owners[next] == owner
      {
        end += 1
      }
      let start = first - known.units[owner.lowerBound].files.lowerBound
      stretches.append(
        stretch(
          known, owner.lowerBound, start..<start + end - index, at: index,
          bytes: found.sizes[index..<end].reduce(0, +)))
      partCounts[owner.lowerBound, default: 0] += 1
      index = end
    }
    return withoutCrumbs(stretches, partCounts, sizes)
  }

  /// Leaves out known groups that changes have broken into many parts: each would be a segment,
  /// and many small ones cost every later search more than reading them anew costs once.
  private static func withoutCrumbs(
    _ stretches: [KnownStretch], _ partCounts: [Int: Int], _ sizes: PieceSizes
  ) -> [KnownStretch] {
    let small = stretches.filter { $0.isSmall(sizes) }
    let bytes = small.reduce(0) { $0 + $1.byteCount }
    let files = small.reduce(0) { $0 + $1.files.count }
    let fewest = bytes / sizes.group + files / groupFiles + 1
    let isBroken = small.count > 2 * fewest + mostParts
    return stretches.filter { stretch in
      !stretch.isSmall(sizes) || !isBroken && partCounts[stretch.number, default: 0] <= mostParts
    }
  }

  /// The units that hold each known file.
  private static func owners(of known: KnownUnits) -> [Range<Int>] {
    var owners = [Range<Int>](repeating: 0..<0, count: known.files.count)
    for (number, unit) in known.units.enumerated() {
      for file in unit.files where owners.indices.contains(file) {
        let before = owners[file]
        owners[file] = before.isEmpty ? number..<number + 1 : before.lowerBound..<number + 1
      }
    }
    return owners
  }

  /// The number of the known file that a found one is, where it is what it was.
  private static func number(
    of index: Int, in found: Loader.Found, _ numbers: [SourceKey: Int], _ known: KnownUnits
  ) -> Int? {
    let file = found.files[index]
    guard file.path != nil, let number = numbers[file.key], let identity = file.identity else {
      return nil
    }
    let before = known.files[number]
    let isSame =
      before.identity == identity && before.name == file.name && before.format == file.format
      && before.part == file.part
    return isSame ? number : nil
  }

  private static func stretch(
    _ known: KnownUnits, _ number: Int, _ files: Range<Int>, at firstFile: Int, bytes: Int
  ) -> KnownStretch {
    let unit = known.units[number]
    let first = unit.files.lowerBound
    return KnownStretch(
      number: number, unit: unit, files: files,
      tables: known.files[first + files.lowerBound..<first + files.upperBound].map(\.table),
      firstFile: firstFile, byteCount: bytes)
  }
}

extension KnownStretch {
  /// Whether it is of files that would be read in a group.
  fileprivate func isSmall(_ sizes: PieceSizes) -> Bool {
    !unit.isJoined && (unit.findings.count > 1 || byteCount <= sizes.first)
  }
}

extension SourceFile {
  /// How the text of the file is cut where it can only be cut from its beginning on.
  fileprivate var recordsToCut: TextSlice.Records? {
    guard path != nil else { return nil }
    switch format {
    case .json: return .elements
    case .jsonLines: return expanded == nil ? nil : .lines
    default: return nil
    }
  }
}
