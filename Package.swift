// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "casebook",
  products: [
    .library(name: "CasebookCore", targets: ["CasebookCore"])
  ],
  targets: [
    .target(name: "CasebookText"),
    .target(name: "CasebookCanvas", dependencies: ["CasebookText"]),
    .target(
      name: "CasebookCore", dependencies: ["CJSON", "CScan", "CYAML"], exclude: ["Resources"]),
    .target(
      name: "CJSON",
      linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "CScan"),
    .target(name: "CYAML", linkerSettings: [.linkedLibrary("yaml")]),
    .target(
      name: "CTerminal",
      cSettings: [.define("_GNU_SOURCE"), .define("NCURSES_WIDECHAR", to: "1")],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(
      name: "CasebookTerminal", dependencies: ["CasebookCanvas", "CasebookText", "CTerminal"]),
    .testTarget(name: "CasebookTextTests", dependencies: ["CasebookText"]),
    .testTarget(name: "CasebookCanvasTests", dependencies: ["CasebookCanvas", "CasebookText"]),
    .testTarget(name: "CasebookCoreTests", dependencies: ["CasebookCore", "CScan"]),
    .target(name: "CTesting", cSettings: [.define("_GNU_SOURCE")]),
    .target(
      name: "CasebookTesting", dependencies: ["CasebookCanvas", "CasebookText", "CTesting"]),
    .executableTarget(
      name: "TerminalProbe",
      dependencies: ["CasebookTerminal", "CasebookCanvas", "CasebookText", "CTesting"]),
    .testTarget(
      name: "CasebookTestingTests", dependencies: ["CasebookTesting", "CasebookCanvas"]),
    .testTarget(
      name: "CasebookTerminalTests",
      dependencies: ["CasebookTerminal", "CasebookTesting", "CTerminal", "TerminalProbe"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
