import CasebookCore
import Glibc

/// What tests of writers share.
enum ExportHelp {
  /// The cases of a text, read as a file with a name.
  static func cases(_ text: String, name: String) -> [Case] {
    cases(Array(text.utf8), name: name)
  }

  static func cases(_ bytes: [UInt8], name: String) -> [Case] {
    let library = Loader().load(
      [.embedded(name: name, bytes: SourceBytes(bytes))], title: "test")
    return cases(library)
  }

  static func cases(_ library: Library) -> [Case] {
    (0..<library.caseCount).compactMap { try? library.decode(row: $0).get() }
  }

  static func yaml(_ value: FieldValue) -> String {
    var writer = YAMLWriter()
    writer.document(value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  static func json(_ value: FieldValue, _ layout: JSONWriter.Layout = .compact) -> String {
    var writer = JSONWriter(layout)
    writer.value(value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The folder of the corpora, where one is named.
  static var corpora: String? {
    getenv("CASEBOOK_CORPORA").map { String(cString: $0) }
  }

  /// The folder of the sample cases among the sources.
  static var samples: String {
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/") + "/Sources/CasebookCore/Resources/samples"
  }
}
