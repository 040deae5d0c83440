/// What the tags of YAML mean here: never more than text, numbers, lists and objects.
enum YAMLTag {
  /// What a tag asks for.
  enum Meaning: Equatable {
    /// Text, whatever it looks like.
    case text
    /// One of these kinds.
    case scalar([DataKind])
    /// A list or an object.
    case container
    /// Something this program does not know.
    case unknown
  }

  /// The meaning of a tag; throws for those that ask for objects of a programming language.
  ///
  /// Names are those of the core schema (YAML 1.2.2, chapter 10) and of the type repository of
  /// YAML 1.1; every other name of that repository's namespace belongs to a language.
  static func meaning(
    of tag: String, at position: SourcePosition
  ) throws(TreeError) -> Meaning {
    let standard = "tag:yaml.org,2002:"
    guard tag.hasPrefix(standard) else { return tag == "!" ? .text : .unknown }
    switch tag.dropFirst(standard.count) {
    case "str", "binary", "timestamp", "merge", "value", "yaml": return .text
    case "null": return .scalar([.null])
    case "bool": return .scalar([.true, .false])
    case "int", "float": return .scalar([.number])
    case "map", "seq", "set", "omap", "pairs": return .container
    default: throw TreeError(.refusedTag(tag), at: position)
    }
  }
}
