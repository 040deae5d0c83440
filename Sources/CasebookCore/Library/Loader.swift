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
  /// Whether ordinary records of JSON and rows of tables are read as trees too, which is slower and
  /// comes to the same.
  package var readsOnlyTrees = false
  /// Whether something is to be shown while large tables are joined, whose cases are whole only when
  /// every row was looked at.
  public var showsBeginnings = false
  /// Bytes of text from which on that is worth it: of fewer the whole is there soon.
  package var leastBeginningBytes = 32 << 20

  /// Whether each text is looked at whole for its encoding before it is read: see
  /// ``SourceWalk/isThorough``.
  var findsEncodings = false

  /// How much of a file is read and given out at one go.
  var sizes = PieceSizes()

  /// Makes a loader.
  public init() {}

  /// What reads records on one thread.
  func recordReader() -> RecordReader {
    RecordReader(
      limits: limits, profiles: profiles, readsOnlyTrees: readsOnlyTrees,
      memory: [limits.memory, availableMemory].compactMap(\.self).min())
  }

  /// The kinds of events.
  var vocabulary: Vocabulary { settings.vocabulary }

  /// What one thread reads at a time.
  enum Unit {
    /// Whole files.
    case files(Range<Int>)
    /// The lines of a file that begin in a stretch of bytes.
    case lines(file: Int, bytes: Range<Int>)
    /// The text of a file, to be cut from its beginning on.
    case text(file: Int, TextSlice.Records)
    /// A large table, or the tables of a release.
    case tables(Range<Int>)
    /// A slice that was cut from a file.
    case slice(file: Int, TextSlice)
    /// What was read before and still holds.
    case known(KnownStretch)
  }

  /// What came of a load.
  public struct Outcome: Sendable {
    /// Whether everything was loaded.
    public var isWhole = false
    /// Whether all of it was known before.
    public var isKnown = false
    /// The warnings of repeated ids.
    var repeated: [Problem] = []
  }

  /// Loads everything, step by step.
  ///
  /// - Parameters:
  ///   - locations: what the library is made of.
  ///   - known: what was read before; files that are what they were are not read again.
  ///   - deliver: takes each step in order, on some thread, never two at once; loading stops where
  ///     it says no.
  /// - Returns: what came of it.
  @discardableResult
  public func load(
    _ locations: [SourceLocation], known: KnownUnits? = nil, deliver: (LoadStep) -> Bool
  ) -> Outcome {
    let found = find(locations, known: known)
    let plan = LoadPlan(found, known: known, sizes: sizes)
    var outcome = Outcome(isKnown: plan.isKnown)
    let title = locations.first?.title ?? ""
    var bounds = LoadBounds(limits, available: availableMemory)
    let forecast = bounds.forecast(found, of: plan, title: title)
    guard begin(found, forecast, deliver) else { return outcome }
    var isShowingBeginnings = deliverBeginnings(plan, found, deliver)
    func endBeginnings() -> Bool {
      guard isShowingBeginnings else { return true }
      isShowingBeginnings = false
      _ = deliver(.restarted)
      return begin(found, forecast, deliver)
    }
    let hasRepeated = plan.isKnown && known?.repeated != nil
    let ids = RepeatedIDs()
    var isEncodingInDoubt = false
    let end = run(plan.units, found) { step in
      guard endBeginnings() else { return false }
      let step = bounds.bound(step, title: title)
      guard case .segment(let segment, let problems, _, _, _) = step else { return deliver(step) }
      isEncodingInDoubt =
        !findsEncodings && canReadAgain(locations)
        && problems.problems.contains(where: \.isOfEncoding)
      if isEncodingInDoubt { return false }
      if !hasRepeated { ids.add(segment) }
      guard deliver(step) else { return false }
      guard let fact = bounds.reached(with: segment) else { return true }
      _ = deliver(.cutShort(Problem(.warning, file: title, fact)))
      return false
    }
    switch end {
    case .stopped where isEncodingInDoubt:
      guard endBeginnings(), deliver(.restarted) else { return outcome }
      var thorough = self
      thorough.findsEncodings = true
      return thorough.load(locations, deliver: deliver)
    case .stopped:
      _ = endBeginnings()
      return outcome
    case .inDoubt:
      guard deliver(.restarted) else { return outcome }
      return load(locations, deliver: deliver)
    case .done: break
    }
    var repeated = ids.problems(in: found.files)
    if hasRepeated { for problem in known?.repeated ?? [] { repeated.add(problem) } }
    outcome.repeated = repeated.problems
    outcome.isWhole =
      repeated.problems.isEmpty
      || deliver(.segment(.empty, repeated, refused: 0, bytes: 0))
    return outcome
  }

  /// Says what was found, and what is wrong before anything is read; says whether to go on.
  private func begin(
    _ found: Found, _ forecast: Problem?, _ deliver: (LoadStep) -> Bool
  ) -> Bool {
    guard deliver(.found(files: found.files, bytes: found.sizes.reduce(0, +))) else {
      return false
    }
    let early = settings.problems + [forecast].compactMap(\.self) + found.problems
    if early.isEmpty { return true }
    var problems = ProblemList()
    for problem in early { problems.add(problem) }
    return deliver(
      .segment(.empty, problems, refused: found.problems.count { $0.severity == .error }, bytes: 0))
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
    /// The tables that are one release each, next to each other, in their order.
    var releases: [Range<Int>] = []

    /// The release that a file is a table of.
    func release(ofFile index: Int) -> Range<Int>? {
      var (low, high) = (0, releases.count)
      while low < high {
        let middle = (low + high) / 2
        if releases[middle].upperBound <= index { low = middle + 1 } else { high = middle }
      }
      return low < releases.count && releases[low].contains(index) ? releases[low] : nil
    }
  }

  func find(_ locations: [SourceLocation], known: KnownUnits? = nil) -> Found {
    ReleaseSearch(loader: self, known: known).gathered(findFiles(locations, known: known))
  }

  /// The files that a library is made of, those of one release where they stand.
  func findFiles(_ locations: [SourceLocation], known: KnownUnits? = nil) -> Found {
    var found = Found()
    var seen: Set<SourceKey>? = locations.count > 1 ? [] : nil
    var walk = SourceWalk(limits: limits)
    walk.isThorough = findsEncodings || !canReadAgain(locations)
    walk.doubted = known?.encodedPaths ?? []
    for location in locations {
      switch location {
      case .path(let path): add(path, walk, to: &found, seen: &seen)
      case .embedded(let name, let bytes):
        guard let format = SourceFormat(fileName: name) else { continue }
        found.files.append(SourceFile(name: name, format: format, retained: bytes))
        found.sizes.append(bytes.count)
      case .standardInput: addStandardInput(to: &found)
      }
    }
    for index in found.files.indices {
      found.files[index].limits = limits.tree
      found.problems += [found.files[index].encodingNote].compactMap(\.self)
    }
    return found
  }

  /// Adds the files of a path; one that was named before, however it was spelled, is read once.
  private func add(
    _ path: String, _ walk: SourceWalk, to found: inout Found, seen: inout Set<SourceKey>?
  ) {
    let now = FileIdentity.now
    var walk = walk
    walk.add(path)
    for file in walk.files {
      let key = SourceKey(path: PathText.full(file.place.path), form: file.form)
      if seen?.insert(key).inserted == false { continue }
      found.files.append(
        SourceFile(
          path: file.place.path, name: file.name, folder: file.place.folder, format: file.format,
          form: file.form, encoding: file.encoding, part: file.part, identity: file.identity,
          found: now,
          expanded: file.form.isMade ? ExpandedFile(file.form, blockSize: sizes.block) : nil))
      found.sizes.append(Int(file.identity.size))
    }
    found.problems += walk.problems
  }

  // MARK: - Running

  /// How a run over the units came to its end.
  private enum End {
    case done
    /// Nobody wants more.
    case stopped
    /// Something known before turned out not to hold.
    case inDoubt
  }

  /// Reads units and hands on what came of them.
  private func run(_ units: [Unit], _ found: Found, _ deliver: (LoadStep) -> Bool) -> End {
    let queue = UnitQueue(
      units, found.files, limits: limits, sizes: sizes, memory: availableMemory)
    let results = Mutex(OrderedSteps())
    withoutActuallyEscaping(deliver) { deliver in
      let sink = StepSink(deliver: deliver)
      Workers.run(threads) {
        var reader = UnitReader(loader: self, files: found.files)
        while let (number, unit) = queue.next() {
          let result = reader.read(unit) { part in
            results.withLock { $0.add(part, at: number, to: sink, isLast: false) }
          }
          let goesOn = results.withLock { $0.add(result, at: number, to: sink) }
          if !goesOn { queue.stop() }
        }
      }
    }
    return results.withLock { steps in
      if steps.isInDoubt { return .inDoubt }
      return steps.isStopped ? .stopped : .done
    }
  }
}

/// Lets the threads of a load share one closure, which a lock keeps from being called twice at once.
struct StepSink: @unchecked Sendable {
  let deliver: (LoadStep) -> Bool
}

/// Holds what came of units back until those before them are handed on.
private struct OrderedSteps {
  private struct Waiting {
    var results: [UnitResult] = []
    var isWhole = false
  }

  private var waiting: [Int: Waiting] = [:]
  private var head = 0
  private(set) var isStopped = false
  /// Whether it stopped at something that did not hold.
  private(set) var isInDoubt = false
  /// The number of lines before the next slice of the file at hand.
  private var lines = 0
  /// Whether the rest of the file at hand is void: its list was left at an error.
  private var isFileLeft = false

  /// Takes what came of a unit, or of a part of one, the parts in their order; says whether to go
  /// on.
  mutating func add(
    _ result: UnitResult, at index: Int, to sink: StepSink, isLast: Bool = true
  ) -> Bool {
    waiting[index, default: Waiting()].results.append(result)
    waiting[index]?.isWhole = isLast
    while !isStopped, let unit = waiting.removeValue(forKey: head) {
      for ready in unit.results where !isStopped { handOn(ready, to: sink) }
      guard unit.isWhole else { break }
      head += 1
    }
    return !isStopped
  }

  private mutating func handOn(_ ready: UnitResult, to sink: StepSink) {
    if ready.isInDoubt {
      (isStopped, isInDoubt) = (true, true)
      return
    }
    if ready.isFirstOfFile { (lines, isFileLeft) = (0, false) }
    if isFileLeft { return }
    isStopped = !sink.deliver(ready.step(afterLines: lines))
    lines += ready.lineCount
    isFileLeft = ready.leavesFile
  }
}
