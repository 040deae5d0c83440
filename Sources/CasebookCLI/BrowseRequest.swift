import CasebookApp
import CasebookCanvas
import CasebookCore
import CasebookNotebook
import CasebookText
import Dispatch

/// What `casebook` without a subcommand was asked to show, and how.
struct BrowseRequest {
  /// What to load.
  var locations: [SourceLocation]
  /// What the library is called.
  var title: String
  /// How it is loaded.
  var loader: Loader
  /// The filter to begin with.
  var filter = ""
  /// Command lines to run first.
  var script: [String] = []
  /// What the user chose once for all.
  var settings = Settings()
  /// Whether the screen before is kept aside and given back at the end.
  var usesAlternateScreen = true
  /// Whether the place is kept at the end, for a session that takes it up again.
  var keepsPlace = true
  /// Today.
  var today: DayNumber
  /// Whether every file is read again, without reading or writing the cache.
  var hasNoSnapshot = false
  /// Stop loading after this time, in seconds.
  var within: Double?

  /// Begins to load on a thread of its own; `wake` is called there whenever cases came. Cases that
  /// are not whole are for the screen, which they leave again; what was said cannot be taken back.
  func load(onScreen: Bool, wake: @escaping @Sendable () -> Void = {}) -> Arrivals {
    let arrivals = Arrivals(wake: wake)
    var loader = loader
    loader.showsBeginnings = onScreen
    DispatchQueue.global(qos: .userInitiated).async { [loader, locations, hasNoSnapshot] in
      let keep = Snapshots.load(locations, with: loader, unless: hasNoSnapshot) {
        arrivals.put($0)
      }
      Snapshots.later(keep)
      arrivals.finish()
    }
    if let within {
      DispatchQueue.global().asyncAfter(deadline: .now() + within) { arrivals.stop() }
    }
    return arrivals
  }

  /// The files as they are on disk, and their watcher, or `nil` if they cannot be read again.
  func liveFiles(wake: @escaping @Sendable () -> Void) -> (files: LiveFiles, watch: FileWatch?)? {
    for location in locations {
      guard case .path = location else { return nil }
    }
    let files = LiveFiles(wake: wake) { [loader, locations] library, deliver in
      loader.reload(library, locations, deliver: deliver)
    }
    return (files, FileWatch(locations, limits: loader.limits) { files.note($0) })
  }

  /// A session over what is being loaded, with the user's notebook.
  func session(
    _ arrivals: Arrivals, _ notebook: Notebook, _ files: LiveFiles?, size: Size,
    settings: Settings,
    wake: @escaping @Sendable () -> Void = {}
  ) -> Session {
    Session(
      library: Library(title: title, settings: loader.settings), today: today, size: size,
      settings: settings,
      notebook: LibraryNotebook(notebook, library: UserNotebook.key(of: locations)),
      arrivals: arrivals, files: files, wake: wake)
  }
}
