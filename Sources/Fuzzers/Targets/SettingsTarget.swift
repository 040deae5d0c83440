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
