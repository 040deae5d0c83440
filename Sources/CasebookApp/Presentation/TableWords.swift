import CasebookCore
import CasebookText

/// What is wrong with a table, in words.
enum TableWords {
  private typealias Words = ProblemWords

  static func text(_ problem: TableProblem) -> ShownText {
    switch problem {
    case .unclosedQuote: "The quote opened here is not closed; the rows from here on are refused"
    case .tooManyCells(let found, let limit):
      "The row has \(grouped: found) cells; the limit columns is \(grouped: limit)"
    case .rowTooLong(let bytes, let limit):
      "The row has \(grouped: bytes) bytes; the limit record-size is \(grouped: limit)"
    case .quoteTooLong(let bytes, let limit):
      "The quote opened here makes a row of \(grouped: bytes) bytes; the limit record-size is "
        + "\(grouped: limit). Close the quote"
    case .nul: "The row holds a NUL byte"
    case .notUTF8(let guess):
      guess.map { "The row is not UTF-8; it looks like \(TreeErrorWords.name($0)). \(saved)" }
        ?? "The row is not UTF-8"
    case .tooManyRows(let found, let limit):
      "The case that begins here has \(grouped: found) rows; the limit case-rows is "
        + "\(grouped: limit). Is its id really the id of a case?"
    case .caseTooLong(let rows, let limit):
      "The \(grouped: rows) rows of the case that begins here have more bytes together than the "
        + "limit record-size of \(grouped: limit). Is its id really the id of a case?"
    case .textAfterQuote: "Text follows a closing quote; kept as part of the cell"
    case .quoteInsideCell: "A quote stands inside an unquoted cell; kept"
    case .shortRow(let cells, let expected):
      "The row has \(cells) of \(expected) cells; the missing ones count as empty"
    case .longRow(let cells, let expected):
      "The row has \(cells) cells, the header \(expected); the others are kept as column N"
    case .blankRow: "Blank rows are passed over"
    case .rowsBeforeHeader(let count): "\(count) rows before the header are passed over"
    default: ofTable(problem)
    }
  }

  private static let saved: ShownText = "Save the table as UTF-8"

  private static func ofTable(_ problem: TableProblem) -> ShownText {
    switch problem {
    case .otherContent(.text(let encoding)):
      "The file looks like \(TreeErrorWords.name(encoding)). \(saved)"
    case .otherContent(let kind): "This is no table; it looks like \(TreeErrorWords.name(kind))"
    case .needsMemory(let bytes, let free):
      FileErrorWords.text(.needsMemory(bytes: bytes, free: free))
    case .noHeader: "There is no header row"
    case .headerLooksLikeData(let cells):
      "The first row holds data, not names of columns: "
        + cells.prefix(4).map { Gate.shown($0) }.joined(separator: ", ")
    case .noProfile(let header):
      "No profile knows these columns: "
        + header.prefix(6).map { Gate.shown($0) }.joined(separator: ", ")
    case .noRows: "There are no rows below the header"
    case .repeatedColumn(let name, let renamed):
      "Column \(Words.quoted(name)) stands twice; the second is \(Words.quoted(renamed))"
    case .unnamedColumn(let renamed): "A column without a name is \(Words.quoted(renamed))"
    case .cutColumnName(let renamed, let limit):
      "The name of a column is longer than \(grouped: limit) bytes; it is \(Words.quoted(renamed))"
    case .delimiter(let found, let expected):
      "The cells are separated by \(name(found)), not by \(name(expected)) as the name says"
    case .separatorLine(let delimiter): "The first line says sep, \(name(delimiter))"
    case .droppedColumn(let name):
      "Column \(Words.quoted(name)) may identify a person; it is not read"
    case .fieldColumns(let names): fields(names)
    case .columnNearNamed(let name, let nearest):
      Words.hint("Column \(Words.quoted(name)) is kept as a field", nearest)
    case .keyNearKnown(let key, let nearest):
      Words.hint("Key \(Words.quoted(key)) of the profile is not one of the format", nearest)
    case .unmappedValue(let key, let value, let nearest):
      Words.hint("\(Words.quoted(value)) is no known value of \(Words.quoted(key))", nearest)
    case .undecidedDateOrder(let column):
      "Column \(Words.quoted(column)) does not tell day from month; say it in a profile"
    case .mixedDateOrder(let column):
      "Column \(Words.quoted(column)) has day and month both ways; say it in a profile"
    case .date(let column, let written):
      "\(Words.quoted(written)) in column \(Words.quoted(column)) is not a date"
        + "\(reason(written)); kept as text"
    case .endBeforeStart: "It ends before it starts"
    case .differingValue(let key, let first, let other):
      "Rows of one case differ on \(Words.quoted(key)): \(Words.quoted(first)), "
        + "\(Words.quoted(other)); both are kept"
    default: "The table is not as expected"
    }
  }

  /// ": February 2013 has 28 days"; empty if the text is a date that only tables do not write.
  private static func reason(_ written: String) -> ShownText {
    do {
      _ = try CalendarDate(written)
      return ""
    } catch {
      return ": \(DateErrorWords.text(error))"
    }
  }

  /// "61 columns are kept as fields: county, operation, case_status and 58 others".
  private static func fields(_ names: [String]) -> ShownText {
    let first = names.prefix(3).map { Gate.shown($0) }.joined(separator: ", ")
    let others = names.count > 3 ? " and \(grouped: names.count - 3) more" : "" as ShownText
    return names.count == 1
      ? "1 column is kept as a field: \(first)"
      : "\(grouped: names.count) columns are kept as fields: \(first)\(others)"
  }

  private static func name(_ delimiter: TableDelimiter) -> ShownText {
    switch delimiter {
    case .comma: "commas"
    case .semicolon: "semicolons"
    case .tab: "tabs"
    case .bar: "bars"
    }
  }
}
