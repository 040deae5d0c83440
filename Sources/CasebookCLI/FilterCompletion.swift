import ArgumentParser
import CasebookCore

/// Shell completion of filters, sort keys and fields: the fields and event types of the format, and
/// the values that the library has (see ``CaseCompletion``).
enum FilterCompletion {
  private static let completion = Completion(schema: Schema(), limit: .max)

  /// A filter.
  static let filter = CompletionKind.custom { words, index, typed in
    offered(
      filters(word(words, index, typed)) { field in
        CaseCompletion.values(of: field, words: words, exceptAt: index)
      })
  }

  /// A field or an event type.
  static let field = CompletionKind.custom { words, index, typed in
    offered(fields(word(words, index, typed)))
  }

  /// Fields or event types separated by commas.
  static let fieldList = CompletionKind.custom { words, index, typed in
    let text = word(words, index, typed)
    let head = text.lastIndex(of: ",").map { text[...$0] } ?? ""
    return offered(fields(String(text.dropFirst(head.count))).map { head + $0 })
  }

  /// Event types separated by commas.
  static let typeList = CompletionKind.custom { words, index, typed in
    let text = word(words, index, typed)
    let head = text.lastIndex(of: ",").map { text[...$0] } ?? ""
    return offered(types(text.dropFirst(head.count)).map { head + $0 })
  }

  /// An event type, optionally after `last` or a number.
  static let anchor = CompletionKind.custom { words, index, typed in
    let text = word(words, index, typed)
    let head = text.lastIndex(of: " ").map { text[...$0] } ?? ""
    let partial = text.dropFirst(head.count)
    let last = head.isEmpty ? ["last "].filter { $0.hasPrefix(partial) } : []
    return offered(last + types(partial).map { head + $0 })
  }

  // MARK: - Shells

  /// The word at the cursor. zsh includes its opening quotation mark but counts the position of the
  /// cursor without it.
  private static func word(_ words: [String], _ index: Int, _ typed: String) -> String {
    guard CompletionShell.requesting == .zsh, words.indices.contains(index) else { return typed }
    let word = words[index]
    return word.hasPrefix("'") || word.hasPrefix("\"") ? String(word.dropFirst()) : word
  }

  /// In zsh a colon separates a completion from its description.
  private static func offered(_ found: [String]) -> [String] {
    CompletionShell.requesting == .zsh ? found.map { $0.replacing(":", with: "\\:") } : found
  }

  // MARK: - Words

  private static func types(_ partial: Substring) -> [String] {
    Vocabulary.standard.types.map(\.name).filter { $0.hasPrefix(partial) }
  }

  /// The completions of the last term of a filter.
  private static func filters(_ text: String, values: Completion.Values) -> [String] {
    completion.suggestions(for: text, cursor: text.utf8.count, values: values).map { found in
      let bytes = Array(text.utf8)
      return String(decoding: bytes[..<found.range.lowerBound], as: UTF8.self) + found.text
    }
  }

  private static func fields(_ text: String) -> [String] {
    let prefix = "sort:"
    return filters(prefix + text, values: { _ in [] }).map { String($0.dropFirst(prefix.count)) }
  }
}
