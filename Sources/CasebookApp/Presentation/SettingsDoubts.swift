import CasebookCore

/// What the settings of a library name that its cases do not have. It shows once they are loaded.
package enum SettingsDoubts {
  /// The columns that are passed over and the filters that will fail, each where it stands.
  package static func problems(_ library: Library) -> [Problem] {
    let settings = library.settings
    guard !settings.columns.isEmpty || !settings.filters.isEmpty else { return [] }
    let schema = Schema(of: library)
    let columns = settings.columns.compactMap { column -> Problem? in
      do throws(QueryError) {
        _ = try ListColumn(reading: column.text, in: schema)
        return nil
      } catch {
        return problem(.column(name: column.text, error), column, settings)
      }
    }
    let texts = Dictionary(
      settings.filters.map { ($0.name, $0.filter.text) }, uniquingKeysWith: { first, _ in first })
    let filters = settings.filters.compactMap { filter -> Problem? in
      do throws(QueryError) {
        // Which day is today decides nothing here.
        _ = try QueryPlan(
          filter.filter.text, in: schema, today: DayNumber(rawValue: 0), saved: texts)
        return nil
      } catch {
        return problem(.filter(name: filter.name, error), filter.filter, settings)
      }
    }
    return columns + filters
  }

  private static func problem(
    _ fact: ProfileProblem, _ written: LibrarySettings.Written, _ settings: LibrarySettings
  ) -> Problem {
    Problem(.warning, file: settings.file, at: written.position, .settings(fact))
  }
}
