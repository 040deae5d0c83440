/// A palette of 16 or 24 colours with fixed tasks, as base16 and base24 define them.
public struct Base16Scheme: Sendable, Hashable {
  /// Which of the two definitions a palette follows.
  public enum System: String, Sendable, Hashable {
    /// 16 colours, `base00` to `base0F`.
    case base16
    /// 24 colours, `base00` to `base17`.
    case base24
  }

  /// How many colours there are.
  public var system: System
  /// The name for people, raw.
  public var name: String
  /// Who made it, raw; empty where not said.
  public var author: String
  /// The short name for files and options, raw; made from the name where not given.
  public var slug: String
  /// Whether it is dark; found by the luminance of background and text where not given.
  public var isDark: Bool
  /// The colours, `base00` first.
  public var colours: [RGB]

  /// A colour by its number, such as 0x0D for `base0D`; the text colour where there is none.
  public subscript(number: Int) -> RGB {
    colours.indices.contains(number) ? colours[number] : colours[5]
  }
}
