import CasebookText

/// The licences of the software that is linked into the program: `casebook --version --licenses`.
///
/// A test compares the list with the libraries and packages of `Package.swift`.
enum Licences {
  /// A piece of software that is linked.
  struct Component {
    /// Its name, and the names that it is linked by.
    let name: String
    /// Its licence as an SPDX expression.
    let licence: String
    /// Where its text is.
    let source: String
  }

  /// What is linked, by name. Licences are those that the projects state in their own files.
  static let all = [
    Component(name: "brotli (brotlidec)", licence: "MIT", source: "github.com/google/brotli"),
    Component(name: "Expat (expat)", licence: "MIT", source: "github.com/libexpat/libexpat"),
    Component(
      name: "GNU C Library (glibc)", licence: "LGPL-2.1-or-later",
      source: "sourceware.org/glibc"),
    Component(
      name: "GNU C++ Library (libstdc++)",
      licence: "GPL-3.0-or-later WITH GCC-exception-3.1", source: "gcc.gnu.org"),
    Component(name: "LZ4 (lz4)", licence: "BSD-2-Clause", source: "github.com/lz4/lz4"),
    Component(name: "LibYAML (yaml)", licence: "MIT", source: "github.com/yaml/libyaml"),
    Component(name: "MiniZip (minizip)", licence: "Zlib", source: "github.com/madler/zlib"),
    Component(
      name: "Terminal library (ncursesw, tinfo)", licence: "X11-distribute-modifications-variant",
      source: "invisible-island.net"),
    Component(
      name: "ReadStat (readstat)", licence: "MIT", source: "github.com/WizardMac/ReadStat"),
    Component(
      name: "simdjson (simdjson)", licence: "Apache-2.0 OR MIT",
      source: "github.com/simdjson/simdjson"),
    Component(name: "Snappy (snappy)", licence: "BSD-3-Clause", source: "github.com/google/snappy"),
    Component(name: "SQLite (sqlite3)", licence: "blessing (public domain)", source: "sqlite.org"),
    Component(
      name: "Swift and its libraries", licence: "Apache-2.0 WITH Swift-exception",
      source: "swift.org"),
    Component(
      name: "Swift Argument Parser (swift-argument-parser)",
      licence: "Apache-2.0 WITH Swift-exception",
      source: "github.com/apple/swift-argument-parser"),
    Component(
      name: "XZ Utils (lzma)", licence: "0BSD, before 5.6 public domain",
      source: "github.com/tukaani-project/xz"),
    Component(name: "zlib (z)", licence: "Zlib", source: "zlib.net"),
    Component(
      name: "Zstandard (zstd)", licence: "BSD-3-Clause OR GPL-2.0-only",
      source: "github.com/facebook/zstd"),
  ]

  /// The version, then one line for each component.
  static var lines: [ShownText] {
    let version = Gate.shown(CasebookCommand.configuration.version)
    let components = all.map { component -> ShownText in
      let name = Gate.shown(component.name)
      return "\(name): \(Gate.shown(component.licence)). \(Gate.shown(component.source))"
    }
    return ["casebook \(version). It is linked with the following software."] + components
  }
}
