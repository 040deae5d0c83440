import Synchronization

/// Gives out the units of a load in their order, to any thread.
///
/// Text that can only be cut from its beginning on is cut as it is asked for: one thread cuts while
/// the others read what was cut before.
final class UnitQueue: Sendable {
  private let state: Mutex<State>
  private let files: [SourceFile]
  private let limits: Limits
  private let sizes: PieceSizes
  private let memory: Int?

  // Sound to send: only ever touched under the lock.
  private struct State: @unchecked Sendable {
    var units: ArraySlice<Loader.Unit>
    var given = 0
    var cutter: TextCutter?
  }

  init(
    _ units: [Loader.Unit], _ files: [SourceFile], limits: Limits, sizes: PieceSizes, memory: Int?
  ) {
    state = Mutex(State(units: units[...]))
    self.files = files
    self.limits = limits
    self.sizes = sizes
    self.memory = memory
  }

  /// The next unit with its number from 0; nothing where all are given out.
  func next() -> (number: Int, unit: Loader.Unit)? {
    state.withLock { state in
      while let first = state.units.first {
        guard case .text(let file, let records) = first else {
          state.units.removeFirst()
          return Self.give(first, &state)
        }
        if let slice = slice(of: file, records, &state) {
          return Self.give(.slice(file: file, slice), &state)
        }
        state.units.removeFirst()
        state.cutter = nil
      }
      return nil
    }
  }

  /// Gives out nothing more.
  func stop() {
    state.withLock { $0.units = [] }
  }

  private static func give(
    _ unit: Loader.Unit, _ state: inout State
  ) -> (number: Int, unit: Loader.Unit) {
    defer { state.given += 1 }
    return (state.given, unit)
  }

  /// The next slice of a file; one that cannot be opened has one slice, which says so.
  private func slice(
    of file: Int, _ records: TextSlice.Records, _ state: inout State
  ) -> TextSlice? {
    if let cutter = state.cutter { return cutter.nextSlice() }
    do throws(SourceFileError) {
      let reader = try FileReader(files[file].place)
      guard reader.identity.size <= Int64(limits.fileSize) else {
        throw .tooLarge(limit: limits.fileSize)
      }
      let stream = TextStream(reader, files[file].form, limit: limits.fileSize)
      let cutter = TextCutter(stream, records, limits: limits, sizes: sizes, memory: memory)
      state.cutter = cutter
      return cutter.nextSlice()
    } catch {
      state.units.removeFirst()
      var slice = TextSlice(records: records)
      slice.failure = error
      return slice
    }
  }
}
