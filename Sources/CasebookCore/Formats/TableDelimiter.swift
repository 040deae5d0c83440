public enum TableDelimiter: Sendable, Hashable { case comma, semicolon, tab, bar }
