public struct Profile: Sendable {}
