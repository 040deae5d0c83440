import CasebookCore

/// Dates: what is read keeps its text, means days in order, and the two readers agree.
enum DateTarget {
  static let date = FuzzTarget(
    name: "date", summary: "Reads an EDTF date in both ways, and compares them.", seeds: [".date"]
  ) { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    let column = DateSpan.parse(bytes)
    do throws(CalendarDateError) {
      let date = try CalendarDate(text)
      require(date.text == text, "a date keeps its text")
      if let earliest = date.earliest, let latest = date.latest {
        require(earliest <= latest, "the first possible day is not after the last")
      }
      if let column { require(column == date.span, "both readers agree on the days") }
    } catch {
      require(column == nil || !isUTF8(bytes), "what one reader takes, the other does")
    }
  }

  private static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }
}
