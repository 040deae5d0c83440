import Dispatch
import Synchronization

/// Loads files into segments: in slices, on several threads, handed on in the order of the files.
public struct Loader: Sendable {
  /// The bounds every input ends within.
  public var limits = Limits()
  /// What the library says of itself.
  public var settings = LibrarySettings()
  /// How many threads read; the order of cases does not depend on it.
  public var threads = 2
  /// How tables become cases, the user's own first; those of the settings are to be among them.
  public var profiles: [Profile] = []

  /// Bytes of memory that there are for the library; nothing where that is not known.
  public var availableMemory = SystemMemory.available()
  /// Whether ordinary records of JSON are read as trees too, which is slower and comes to the same.
  var readsOnlyTrees = false

  /// Makes a loader.
  public init() {}

  /// The kinds of events.
  var vocabulary: Vocabulary { settings.vocabulary }

  /// Bytes of small files that one segment takes, and files.
  private static let groupBytes = 8 << 20
  private static let groupFiles = 1_000
  /// Bytes of a slice of a large file of lines: the first are small, so that rows appear at once.
  private static let firstSlice = 1 << 20
  private static let largestSlice = 16 << 20

  /// What one thread reads at a time.
  enum Unit {
    /// Whole files.
    case files(Range<Int>)
    /// The lines of a file that begin in a stretch of bytes.
    case lines(file: Int, bytes: Range<Int>)
    /// The text of a file, to be cut from its beginning on.
    case text(file: Int, TextSlice.Records)
    /// A large table.
    case table(file: Int)
    /// A slice that was cut from a file.
    case slice(file: Int, TextSlice)
  }

  /// Loads everything, step by step.
  ///
  /// - Parameters:
  ///   - locations: what the library is made of.
  ///   - deliver: takes each step in order, on some thread, never two at once; loading stops where
  ///     it says no.
  public func load(_ locations: [SourceLocation], deliver: (LoadStep) -> Bool) {
    let found = find(locations)
    let bytes = found.sizes.reduce(0, +)
    var goesOn = deliver(.found(files: found.files, bytes: bytes))
    var bounds = LoadBounds(limits, available: availableMemory)
    let title = locations.first?.title ?? ""
    let early =
      settings.problems + [bounds.forecast(found, title: title)].compactMap(\.self)
      + found.problems
    if !early.isEmpty, goesOn {
      var problems = ProblemList()
      for problem in early { problems.add(problem) }
      goesOn = deliver(
        .segment(.empty, problems, refused: found.problems.count, bytes: 0))
    }
    guard goesOn else { return }
    let units = Self.units(of: found)
    var ids = RepeatedIDs()
    goesOn = run(units, found) { step in
      guard case .segment(let segment, _, _, _, _) = step else { return deliver(step) }
      ids.add(segment)
      guard deliver(step) else { return false }
      guard let fact = bounds.reached(with: segment) else { return true }
      _ = deliver(.cutShort(Problem(.warning, file: title, fact)))
      return false
    }
    let repeated = ids.problems(in: found.files)
    guard goesOn, !repeated.problems.isEmpty else { return }
    _ = deliver(.segment(.empty, repeated, refused: 0, bytes: 0))
  }

  /// Loads everything into one library.
  public func load(_ locations: [SourceLocation], title: String) -> Library {
    var library = Library(title: title, settings: settings)
    load(locations) { step in
      library.apply(step)
      return true
    }
    return library
  }

  // MARK: - Finding

  struct Found {
    var files: [SourceFile] = []
    var sizes: [Int] = []
    var problems: [Problem] = []
  }

  private func find(_ locations: [SourceLocation]) -> Found {
    var found = Found()
    for location in locations {
      switch location {
      case .path(let path): add(path, to: &found)
      case .embedded(let name, let bytes):
        guard let format = SourceFormat(fileName: name) else { continue }
        found.files.append(SourceFile(name: name, format: format, retained: bytes))
        found.sizes.append(bytes.count)
      case .standardInput: addStandardInput(to: &found)
      }
    }
    return found
  }

  private func add(_ path: String, to found: inout Found) {
    var walk = SourceWalk(limits: limits)
    walk.add(path)
    for file in walk.files {
      found.files.append(
        SourceFile(
          path: file.path, name: file.name, format: file.format,
          expanded: Compression(fileName: file.path).map(ExpandedFile.init)))
      found.sizes.append(file.size)
    }
    found.problems += walk.problems
  }

  private func addStandardInput(to found: inout Found) {
    do {
      let bytes = try FileReader.stream(from: 0, limit: limits.fileSize)
      let format = bytes.withBytes { SourceFormat(sniffing: $0) }
      found.files.append(SourceFile(name: "standard input", format: format, retained: bytes))
      found.sizes.append(bytes.count)
    } catch {
      found.problems.append(Problem(.error, file: "standard input", .unreadable(error)))
    }
  }

  /// Groups small files, and cuts large files of lines into slices.
  static func units(of found: Found) -> [Unit] {
    var units: [Unit] = []
    var group = 0..<0
    var groupBytes = 0
    func endGroup(before next: Int) {
      if !group.isEmpty { units.append(.files(group)) }
      group = next..<next
      groupBytes = 0
    }
    for (index, file) in found.files.enumerated() {
      let size = found.sizes[index]
      if let records = file.recordsToCut, size > (file.expanded == nil ? firstSlice : 0) {
        endGroup(before: index + 1)
        units.append(.text(file: index, records))
        continue
      }
      if file.format == .jsonLines, file.retained == nil, size > firstSlice {
        endGroup(before: index + 1)
        units += slices(of: index, size: size)
        continue
      }
      if file.format == .table, file.path != nil, size > Self.groupBytes {
        endGroup(before: index + 1)
        units.append(.table(file: index))
        continue
      }
      if group.count >= Self.groupFiles || groupBytes + size > Self.groupBytes {
        endGroup(before: index)
      }
      group = group.lowerBound..<(index + 1)
      groupBytes += size
    }
    endGroup(before: found.files.count)
    return units
  }

  private static func slices(of file: Int, size: Int) -> [Unit] {
    var slices: [Unit] = []
    var start = 0
    var length = firstSlice
    while start < size {
      let end = min(size, start + length)
      slices.append(.lines(file: file, bytes: start..<end))
      start = end
      length = min(length * 2, largestSlice)
    }
    return slices
  }

  // MARK: - Running

  /// Reads units and hands on what came of them; says whether it went to the end.
  private func run(
    _ units: [Unit], _ found: Found, _ deliver: (LoadStep) -> Bool
  ) -> Bool {
    let queue = UnitQueue(units, found.files, limits: limits)
    let results = Mutex(OrderedSteps())
    withoutActuallyEscaping(deliver) { deliver in
      let sink = StepSink(deliver: deliver)
      DispatchQueue.concurrentPerform(iterations: max(1, threads)) { _ in
        var reader = UnitReader(loader: self, files: found.files)
        while let (number, unit) = queue.next() {
          let result = reader.read(unit)
          let goesOn = results.withLock { $0.add(result, at: number, to: sink) }
          if !goesOn { queue.stop() }
        }
      }
    }
    return results.withLock { !$0.isStopped }
  }
}

/// Lets the threads of a load share one closure, which a lock keeps from being called twice at once.
struct StepSink: @unchecked Sendable {
  let deliver: (LoadStep) -> Bool
}

/// Holds finished units back until those before them are handed on.
private struct OrderedSteps {
  private var waiting: [Int: UnitResult] = [:]
  private var head = 0
  private(set) var isStopped = false
  /// The number of lines before the next slice of the file at hand.
  private var lines = 0
  /// Whether the rest of the file at hand is void: its list was left at an error.
  private var isFileLeft = false

  mutating func add(_ result: UnitResult, at index: Int, to sink: StepSink) -> Bool {
    waiting[index] = result
    while !isStopped, let ready = waiting.removeValue(forKey: head) {
      head += 1
      if ready.isFirstOfFile { (lines, isFileLeft) = (0, false) }
      if isFileLeft { continue }
      isStopped = !sink.deliver(ready.step(afterLines: lines))
      for part in ready.more where !isStopped {
        isStopped = !sink.deliver(part.step(afterLines: 0))
      }
      lines += ready.lineCount
      isFileLeft = ready.leavesFile
    }
    return !isStopped
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
