import ArgumentParser
import CasebookCore
import Glibc

/// Completion of case ids and of the values of fields, for which a library has to be loaded.
///
/// The library is the one that the command line names, else the default one. A shell waits for the
/// answer, so loading stops after half a second and the answer is from the cases loaded by then.
enum CaseCompletion {
  /// A case id.
  static let id = CompletionKind.custom { words, index, typed in
    let library = library(namedBy: words, exceptAt: index)
    return library.map { ids(of: $0, startingWith: typed) } ?? []
  }

  /// The longest time that a shell waits, in seconds.
  private static let longest = 0.5
  /// The maximum number of ids that a shell is given.
  private static let idLimit = 200
  /// Options whose value is a file that is not part of the library.
  private static let fileOptions: Set<String> = ["--profile", "--script", "-o", "--output"]

  /// The most frequent values of a field, for ``Completion``.
  ///
  /// - Parameters:
  ///   - field: The field as typed in a filter.
  ///   - words: The words of the command line, the program first.
  ///   - index: The index of the word that is completed.
  /// - Returns: Each value with its number of cases, the most frequent first.
  static func values(
    of field: String, words: [String], exceptAt index: Int
  ) -> [(text: String, count: Int)] {
    guard let library = library(namedBy: words, exceptAt: index) else { return [] }
    return FrequentValues(of: library, schema: Schema(of: library)).values(of: field)
  }

  private static func ids(of library: Library, startingWith typed: String) -> [String] {
    var found: [String] = []
    for row in 0..<library.caseCount where found.count < idLimit {
      let id = library.id(ofRow: row)
      if id.hasPrefix(typed) { found.append(id) }
    }
    return found
  }

  /// The library that a command line names, or `nil` if its options cannot be read.
  private static func library(namedBy words: [String], exceptAt index: Int) -> Library? {
    let paths = paths(in: words, exceptAt: index)
    guard let options = try? LibraryOptions.parse(paths), let loader = try? options.loader() else {
      return nil
    }
    let (locations, title) = options.request
    var library = Library(title: title, settings: loader.settings)
    let deadline = ContinuousClock.now + .seconds(longest)
    _ = Snapshots.load(locations, with: loader, unless: false) { step in
      library.apply(step)
      return ContinuousClock.now < deadline
    }
    return library
  }

  /// The words after the subcommand that are existing files or folders. Standard input is left out:
  /// reading it would take it from the command that is typed.
  private static func paths(in words: [String], exceptAt index: Int) -> [String] {
    words.indices.dropFirst(2).filter { place in
      place != index && !words[place].hasPrefix("-") && !fileOptions.contains(words[place - 1])
        && access(words[place], F_OK) == 0
    }.map { words[$0] }
  }
}
