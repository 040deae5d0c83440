import CasebookText

/// A column of a table before its place is known.
public struct TableColumn: Sendable, Hashable {
  /// What stands in the header.
  public var title: ShownText
  /// The least cells with which it makes sense; with fewer it is left out.
  public var minimum: Int
  /// The cells that it needs to show most values whole.
  public var ideal: Int
  /// Which columns stay when room is short: those with the lowest number.
  public var priority: Int
  /// Whether it takes what is left when all have their ideal width.
  public var grows: Bool
  /// Where values stand; numbers at the right.
  public var alignment: TextAlignment

  /// Makes a column.
  public init(
    _ title: ShownText, minimum: Int, ideal: Int, priority: Int = 0, grows: Bool = false,
    alignment: TextAlignment = .left
  ) {
    self.title = title
    self.minimum = max(1, minimum)
    self.ideal = max(minimum, ideal)
    self.priority = priority
    self.grows = grows
    self.alignment = alignment
  }
}

/// The columns of a table that fit into a width, each with its place.
public struct TableColumns: Sendable, Hashable {
  /// A column with its place.
  public struct Placed: Sendable, Hashable {
    /// Which of the given columns it is.
    public let index: Int
    /// Its first cell, from the left of the table.
    public let start: Int
    /// Its cells across.
    public let columns: Int
  }

  /// The columns that fit, from left to right.
  public let placed: [Placed]
  /// The cells across of the table.
  public let width: Int
  private let columns: [TableColumn]

  /// The cells between two columns.
  public static let gap = 2

  /// Finds the columns that fit into a width and what each gets.
  ///
  /// Columns come in by priority as long as their least widths fit; the most important one always
  /// does, cut if it must. What is left brings them to their ideal widths by priority, and then
  /// goes to the growing ones.
  public init(_ columns: [TableColumn], fitting width: Int) {
    self.columns = columns
    self.width = max(0, width)
    let widths = Self.widths(columns, fitting: self.width)
    var start = 0
    placed = columns.indices.compactMap { index in
      guard let cells = widths[index] else { return nil }
      defer { start += cells + Self.gap }
      return Placed(index: index, start: start, columns: cells)
    }
  }

  /// The cells across of one of the given columns; nothing where it does not fit.
  public func width(of index: Int) -> Int? {
    placed.first { $0.index == index }?.columns
  }

  /// The titles in their places.
  public func header(ellipsis: ShownText = defaultEllipsis) -> StyledLine {
    line(ellipsis: ellipsis) { StyledLine(columns[$0].title, .heading) }
  }

  /// A row of values in their places; asks only for the columns that fit, by their index in the
  /// given columns.
  public func line(
    ellipsis: ShownText = defaultEllipsis, _ value: (Int) -> StyledLine
  ) -> StyledLine {
    var line = StyledLine()
    for (number, place) in placed.enumerated() {
      if number > 0 { line.append(ShownText.repeating(" ", count: Self.gap)) }
      let alignment = columns[place.index].alignment
      line += value(place.index).padded(to: place.columns, alignment, ellipsis: ellipsis)
    }
    return line
  }

  // MARK: - Widths

  private static func widths(_ columns: [TableColumn], fitting width: Int) -> [Int: Int] {
    let order = columns.indices.sorted { left, right in
      (columns[left].priority, left) < (columns[right].priority, right)
    }
    guard let first = order.first, width > 0 else { return [:] }
    var widths = [first: min(columns[first].minimum, width)]
    var room = width - (widths[first] ?? 0)
    for index in order.dropFirst() where columns[index].minimum + gap <= room {
      widths[index] = columns[index].minimum
      room -= columns[index].minimum + gap
    }
    for index in order {
      room -= widen(&widths, index, by: min(room, columns[index].ideal - columns[index].minimum))
    }
    let growing = order.filter { columns[$0].grows && widths[$0] != nil }
    for (number, index) in growing.enumerated() {
      room -= widen(&widths, index, by: room / (growing.count - number))
    }
    return widths
  }

  /// Adds cells to a column that is there and gives how many were added.
  private static func widen(_ widths: inout [Int: Int], _ index: Int, by cells: Int) -> Int {
    guard let width = widths[index], cells > 0 else { return 0 }
    widths[index] = width + cells
    return cells
  }
}
