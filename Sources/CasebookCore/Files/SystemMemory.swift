import Glibc

/// The memory that the system has for more.
enum SystemMemory {
  /// Bytes of addresses that stacks, and what `malloc` sets apart for threads, come to take.
  private static let reserved = 256 << 20
  /// Bytes that are always tried, for what is reserved is a cautious guess.
  private static let least = 32 << 20

  /// Bytes that can be had without taking them from other programs; nothing where the system does
  /// not say.
  ///
  /// The least of what the machine has (`MemAvailable`), what the group of processes may take
  /// (cgroup version 2), and what the process may still address (`RLIMIT_AS`); a tenth of it is
  /// left for reading. At least 32 MiB.
  static func available() -> Int? {
    let machine = number(after: "MemAvailable:", in: "/proc/meminfo").map { $0 * 1024 }
    return [machine, group(), process()].compactMap(\.self).min().map { max(least, $0 / 10 * 9) }
  }

  /// What the group may take beyond what it has; the pages of files that it holds can be given up.
  private static func group() -> Int? {
    let folder = "/sys/fs/cgroup/"
    guard let limit = number(after: "", in: folder + "memory.max"),
      let current = number(after: "", in: folder + "memory.current")
    else { return nil }
    let cached = number(after: "inactive_file ", in: folder + "memory.stat") ?? 0
    return max(0, limit - current + cached)
  }

  private static func process() -> Int? {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0,
      limit.rlim_cur < UInt64(Int.max)
    else { return nil }
    let mapped = (number(after: "VmSize:", in: "/proc/self/status") ?? 0) * 1024
    return max(0, Int(limit.rlim_cur) - mapped - reserved)
  }

  /// The number behind a word at the start of a line of a file of the system.
  private static func number(after word: String, in path: String) -> Int? {
    guard let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = line.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
      guard text.hasPrefix(word) else { continue }
      return Int(text.dropFirst(word.count).drop { $0 == " " || $0 == "\t" }.prefix { $0.isNumber })
    }
    return nil
  }
}
