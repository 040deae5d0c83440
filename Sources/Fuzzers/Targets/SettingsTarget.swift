import CasebookApp
import CasebookCanvas
import CasebookCore

/// Files that change how the program reads and looks: refused by a place, or taken whole.
enum SettingsTarget {
  static let profile = FuzzTarget(
    name: "profile", summary: "Reads a profile of tables.", seeds: [".yaml"]
  ) { bytes in
    do throws(ProfileError) {
      _ = try Profile.parse(bytes, name: "input")
    } catch {
      require(!error.findings.isEmpty, "a refusal says why")
      for finding in error.findings {
        require(finding.position.line >= 1 && finding.position.column >= 1, "places begin at 1")
      }
    }
  }

  static let library = FuzzTarget(
    name: "settings", summary: "Reads the settings of a library, and those of the user.",
    seeds: [".yaml"]
  ) { bytes in
    let settings = LibrarySettings.parse(bytes, file: "casebook.yaml")
    let own = UserSettingsFile.parse(
      String(decoding: bytes, as: UTF8.self), path: "config.yaml", known: ["theme", "dates"])
    for entry in own.entries {
      require(["theme", "dates"].contains(entry.name), "only known names are taken")
    }
    for problem in settings.problems + own.problems {
      HarmlessText.require(ProblemWords.line(problem))
      guard let position = problem.position else { continue }
      require(position.line >= 1 && position.column >= 1, "places begin at 1")
    }
  }

  static let theme = FuzzTarget(
    name: "theme", summary: "Reads a scheme of colours.", seeds: [".yaml"]
  ) { bytes in
    do throws(SchemeError) {
      _ = try Base16Scheme.parse(String(decoding: bytes, as: UTF8.self))
    } catch {
      require(error.line >= 1 && error.column >= 1, "places begin at 1")
    }
  }
}
