// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "casebook",
  products: [
    .executable(name: "casebook", targets: ["casebook"]),
    .library(name: "CasebookCore", targets: ["CasebookCore"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .executableTarget(name: "casebook", dependencies: ["CasebookCLI"]),
    .target(
      name: "CasebookCLI",
      dependencies: [
        "CasebookApp", "CasebookCanvas", "CasebookCore", "CasebookNotebook", "CasebookPlain",
        "CasebookTerminal", "CasebookText", "CEmbedded",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(
      name: "CasebookPlain", dependencies: ["CasebookApp", "CasebookCore", "CasebookText"]),
    .target(
      name: "CasebookTerminal", dependencies: ["CasebookCanvas", "CasebookText", "CTerminal"]),
    .target(name: "CasebookNotebook", dependencies: ["CasebookCore", "CSQLite"]),
    .target(
      name: "CasebookApp", dependencies: ["CasebookCanvas", "CasebookCore", "CasebookText"]),
    .target(name: "CasebookCanvas", dependencies: ["CasebookText"]),
    .target(name: "CasebookText", dependencies: ["CScan"]),
    .target(
      name: "CasebookCore",
      dependencies: ["CColumns", "CCompression", "CJSON", "CScan", "CTables", "CYAML"],
      exclude: ["Resources"]),
    .target(name: "CColumns", dependencies: ["CJSON", "CScan"]),
    .target(
      name: "CCompression",
      linkerSettings: [.linkedLibrary("lzma"), .linkedLibrary("z"), .linkedLibrary("zstd")]),
    .target(name: "CEmbedded"),
    .target(name: "CJSON", linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "CScan"),
    .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(
      name: "CTables",
      linkerSettings: [
        .linkedLibrary("brotlidec"), .linkedLibrary("expat"), .linkedLibrary("lz4"),
        .linkedLibrary("minizip"), .linkedLibrary("readstat"), .linkedLibrary("snappy"),
        .linkedLibrary("sqlite3"), .linkedLibrary("z"), .linkedLibrary("zstd"),
      ]),
    .target(name: "CYAML", linkerSettings: [.linkedLibrary("yaml")]),
    .target(
      name: "CTerminal",
      cSettings: [.define("_GNU_SOURCE"), .define("NCURSES_WIDECHAR", to: "1")],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),

    .executableTarget(
      name: "CasebookBenchmarks",
      dependencies: [
        "CasebookApp", "CasebookCanvas", "CasebookCore", "CScan",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["compare.py"]),

    // Tests, and what only tests use.
    .target(
      name: "CTesting", cSettings: [.define("_GNU_SOURCE")],
      linkerSettings: [.linkedLibrary("lzma"), .linkedLibrary("z"), .linkedLibrary("zstd")]),
    .target(
      name: "CasebookTesting",
      dependencies: [
        "CasebookApp", "CasebookCanvas", "CasebookCore", "CasebookText", "CTesting",
      ]),
    .executableTarget(
      name: "TerminalProbe",
      dependencies: ["CasebookTerminal", "CasebookCanvas", "CasebookText", "CTesting"]),
    .executableTarget(
      name: "Fuzzers",
      dependencies: [
        "CasebookApp", "CasebookCanvas", "CasebookCore", "CasebookNotebook", "CasebookTerminal",
        "CasebookText", "CEmbedded", "CTables",
      ]),
    .testTarget(name: "CasebookTextTests", dependencies: ["CasebookText"]),
    .testTarget(
      name: "CasebookAppTests",
      dependencies: [
        "CasebookApp", "CasebookCanvas", "CasebookCore", "CasebookTesting", "CasebookText", "CScan",
      ],
      exclude: ["Presentation/Snapshots", "Screens/Snapshots"]),
    .testTarget(name: "CasebookCanvasTests", dependencies: ["CasebookCanvas", "CasebookText"]),
    .testTarget(
      name: "CasebookCLITests", dependencies: ["casebook"], exclude: ["Faulty", "Snapshots"]),
    .testTarget(
      name: "CasebookCoreTests", dependencies: ["CasebookCore", "CScan", "CTesting"],
      exclude: ["Files/TableFiles"]),
    .testTarget(
      name: "CasebookNotebookTests",
      dependencies: ["CasebookCore", "CasebookNotebook", "CasebookTesting"]),
    .testTarget(
      name: "CasebookTestingTests", dependencies: ["CasebookTesting", "CasebookCanvas"]),
    .testTarget(
      name: "CasebookTerminalTests",
      dependencies: ["CasebookTerminal", "CasebookTesting", "CTerminal", "TerminalProbe"]),
    .testTarget(
      name: "CasebookPlainTests",
      dependencies: [
        "CasebookApp", "CasebookCanvas", "CasebookCore", "CasebookPlain", "CasebookTesting",
        "CasebookText",
      ],
      exclude: ["Scripts", "Snapshots"]),
    .testTarget(
      name: "CasebookTests",
      dependencies: [
        "casebook", "CasebookApp", "CasebookCanvas", "CasebookCore", "CasebookTerminal",
        "CasebookTesting",
      ]),
    .testTarget(
      name: "ArchitectureTests",
      dependencies: ["CasebookCore", "CasebookTesting", "CEmbedded"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
