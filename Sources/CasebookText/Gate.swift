/// The one way from the text of a file to something that may be shown.
public enum Gate {
  /// Makes every character of raw text visible and harmless, on one line.
  public static func shown(_ raw: some StringProtocol) -> ShownText {
    ShownText(guarded: String(raw))
  }
}
