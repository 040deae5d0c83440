import CasebookText

/// Writes a picture as SVG: the few shapes that timelines and trees are made of.
///
/// Text can only be text that passed the gate, and is escaped here. A picture names its parts by
/// what they mean (`PictureRole`); one style sheet inside says how they look, on a light ground and
/// so that a print without colour tells the same. Sizes are in pixels of the picture.
package struct SVGWriter: Sendable {
  private var body = ""
  private var depth = 1
  private let columns: Int
  private let title: ShownText
  private let description: [ShownText]

  /// Begins a picture of a width.
  ///
  /// - Parameters:
  ///   - width: The width; the height is known at the end.
  ///   - title: What the picture is called.
  ///   - description: The text alternative: the same facts as sentences.
  package init(width: Int, title: ShownText, description: [ShownText]) {
    columns = width
    self.title = title
    self.description = description
  }

  // MARK: - Shapes

  /// A line from one point to another.
  package mutating func line(
    from start: PicturePoint, to end: PicturePoint, _ role: PictureRole
  ) {
    element(
      "line",
      [
        ("class", role.rawValue), ("x1", number(start.x)), ("y1", number(start.y)),
        ("x2", number(end.x)), ("y2", number(end.y)),
      ])
  }

  /// A rectangle.
  package mutating func rectangle(_ rect: PictureRect, _ role: PictureRole) {
    element(
      "rect",
      [
        ("class", role.rawValue), ("x", number(rect.x)), ("y", number(rect.y)),
        ("width", number(rect.width)), ("height", number(rect.height)),
      ])
  }

  /// A circle.
  package mutating func circle(at center: PicturePoint, radius: Double, _ role: PictureRole) {
    element(
      "circle",
      [
        ("class", role.rawValue), ("cx", number(center.x)), ("cy", number(center.y)),
        ("r", number(radius)),
      ])
  }

  /// A closed shape with straight sides.
  package mutating func polygon(_ points: [PicturePoint], _ role: PictureRole) {
    let list = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    element("polygon", [("class", role.rawValue), ("points", list)])
  }

  /// Where a text stands from its point.
  package enum Anchor: String, Sendable {
    /// It begins there.
    case start
    /// It has its middle there.
    case middle
    /// It ends there.
    case end
  }

  /// A line of text on a base line.
  package mutating func text(
    _ text: ShownText, at point: PicturePoint, _ role: PictureRole, anchor: Anchor = .start
  ) {
    guard !text.isEmpty else { return }
    var attributes = [("class", role.rawValue), ("x", number(point.x)), ("y", number(point.y))]
    if anchor != .start { attributes.append(("text-anchor", anchor.rawValue)) }
    open("text", attributes)
    body.removeLast()
    body += escaped(text) + "</text>\n"
  }

  // MARK: - Groups

  /// Puts what the body draws together, with a name that a pointer or a reader of the picture is
  /// told.
  package mutating func group(_ name: ShownText, _ draw: (inout SVGWriter) -> Void) {
    open("g", [])
    depth += 1
    if !name.isEmpty { indent("<title>\(escaped(name))</title>") }
    draw(&self)
    depth -= 1
    indent("</g>")
  }

  /// The whole picture of a height as UTF-8.
  package func finished(height: Int) -> [UInt8] {
    let words = description.map(escaped).joined(separator: "\n")
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(columns) \(height)" width="\(columns)" \
      height="\(height)" role="img" aria-labelledby="title description">
        <title id="title">\(escaped(title))</title>
        <desc id="description">\(words)</desc>
        <style>\(PictureRole.styleSheet)</style>
        <rect class="\(PictureRole.paper.rawValue)" width="\(columns)" height="\(height)"/>
      \(body)</svg>

      """
    return Array(text.utf8)
  }

  // MARK: - Text

  private mutating func element(_ name: String, _ attributes: [(String, String)]) {
    open(name, attributes)
    body.removeLast(2)
    body += "/>\n"
  }

  /// Attributes are numbers and names of the program's own; nothing in them needs escaping.
  private mutating func open(_ name: String, _ attributes: [(String, String)]) {
    indent("<" + name + attributes.map { " \($0)=\"\($1)\"" }.joined() + ">")
  }

  private mutating func indent(_ line: String) {
    body += String(repeating: " ", count: 2 * depth) + line + "\n"
  }

  private func escaped(_ text: ShownText) -> String {
    text.string.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
  }

  /// Tenths are enough, and read better than all digits.
  private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
  }
}

/// A place in a picture, from its upper left corner.
package struct PicturePoint: Sendable, Hashable {
  /// To the right.
  package var x: Double
  /// Down.
  package var y: Double

  /// Makes a place.
  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// A rectangle in a picture.
package struct PictureRect: Sendable, Hashable {
  /// Its left side.
  package var x: Double
  /// Its upper side.
  package var y: Double
  /// How wide it is.
  package var width: Double
  /// How high it is.
  package var height: Double

  /// Makes a rectangle.
  package init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}
