import Glibc

// Feeds one target: `Fuzzers TARGET FILE_OR_FOLDER...`.
//
// Built as usual it feeds each file once, which replays what a fuzzer found. Built with the
// sanitizer `fuzzer` and the flag FUZZING it is libFuzzer, and what follows the target's name are
// libFuzzer's own arguments.

let arguments = CommandLine.arguments
guard arguments.count > 1, let target = FuzzTarget.named(arguments[1]) else {
  for target in FuzzTarget.all { print("\(target.name): \(target.summary)") }
  exit(arguments.count > 1 ? 2 : 0)
}
exit(Feeding(target).run(Array(arguments.dropFirst(2))))
