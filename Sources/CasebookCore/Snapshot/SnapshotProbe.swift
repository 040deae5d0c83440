import Glibc

/// A snapshot whose directory can be exchanged for any bytes, which then add up: for fuzzing what
/// reads it.
package final class SnapshotProbe {
  private let path: String
  private let columns: [UInt8]
  private let title = "probe"

  /// The true directory.
  package let directory: [UInt8]

  /// Keeps a library in a file of its own, which is gone with the probe; nothing where that cannot
  /// be done.
  package init?(_ library: Library, folder: String) {
    path = "\(folder)/probe-\(getpid()).snapshot"
    let known = KnownUnits(library, settling: 0)
    guard
      SnapshotFile.write(library, known, repeated: [], title: title, key: 0, to: path),
      case .success(let bytes) = SourceBytes.reading(path),
      let halves = bytes.withBytes({ try? SnapshotFile.halves($0) })
    else { return nil }
    columns = halves.columns
    directory = halves.directory
  }

  deinit { PathText.withBytes(of: path) { _ = unlink($0) } }

  /// Opens the snapshot with other bytes for its directory.
  ///
  /// - Parameter directory: the bytes.
  /// - Returns: the units as they could be read, as a library; nothing where something was doubted.
  package func library(directory: UnsafeRawBufferPointer) -> Library? {
    guard let sink = SnapshotSink(path), columns.withUnsafeBytes(sink.write),
      let block = sink.block(directory),
      sink.finish(header: SnapshotFile.header(block, key: 0, size: sink.offset)),
      let known = try? SnapshotFile.known(in: path, title: title, key: 0)
    else { return nil }
    var library = Library(title: title)
    library.add(
      files: known.files.map {
        SourceFile(
          path: $0.path, name: $0.name, format: $0.format, form: $0.form, part: $0.part)
      })
    for unit in known.units {
      guard let segment = try? unit.content.segment(), let files = try? unit.wholeFindings() else {
        return nil
      }
      library.add(
        LoadedUnit(segment: segment.placed(atFile: unit.files.lowerBound), files: files))
    }
    return library
  }
}
