import CasebookCore
import Glibc

#if FUZZING
  @_silgen_name("LLVMFuzzerRunDriver")
  private func runFuzzer(
    _ count: UnsafeMutablePointer<Int32>,
    _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ feed: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
  ) -> Int32

  // Set once before the fuzzer starts; its callback takes no context.
  nonisolated(unsafe) private var fed: FuzzTarget?
#endif

/// Feeds a target with files, or lets the fuzzer feed it.
struct Feeding {
  private let target: FuzzTarget

  init(_ target: FuzzTarget) {
    self.target = target
  }

  #if FUZZING
    /// Runs libFuzzer with its own arguments; gives back its status.
    func run(_ arguments: [String]) -> Int32 {
      fed = target
      var words: [UnsafeMutablePointer<CChar>?] =
        (["Fuzzers"] + arguments).map { strdup($0) } + [nil]
      var count = Int32(words.count - 1)
      return words.withUnsafeMutableBufferPointer { buffer in
        var first = buffer.baseAddress
        return withUnsafeMutablePointer(to: &first) { words in
          runFuzzer(&count, words) { bytes, count in
            fed?.feed(UnsafeRawBufferPointer(start: bytes, count: count))
            return 0
          }
        }
      }
    }
  #else
    /// Feeds each file, and each file of each folder, once; gives back 0, or 3 where one cannot be
    /// read.
    func run(_ paths: [String]) -> Int32 {
      var status: Int32 = 0
      var count = 0
      for path in paths.flatMap(files) {
        switch SourceBytes.reading(path) {
        case .success(let bytes):
          bytes.withBytes(target.feed)
          count += 1
        case .failure: status = 3
        }
      }
      print("\(target.name): \(count) inputs fed")
      return status
    }

    private func files(at path: String) -> [String] {
      guard let folder = opendir(path) else { return [path] }
      defer { closedir(folder) }
      var names: [String] = []
      while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if !name.hasPrefix(".") { names.append(path + "/" + name) }
      }
      return names.sorted()
    }
  #endif
}
