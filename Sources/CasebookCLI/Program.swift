import CasebookApp
import CasebookCore
import CasebookText
import Glibc

/// The program.
public enum Program {
  /// Runs what the command line asks for.
  public static func main() {
    var loader = Loader()
    loader.profiles = EmbeddedFiles.all(kind: "profile").compactMap { f in f.bytes.withBytes { try? Profile.parse($0, name: f.name) } }
    var args = Array(CommandLine.arguments.dropFirst())
    let plain = args.first == "--plain"
    if plain { args.removeFirst() }
    let locs: [SourceLocation] = args.isEmpty ? EmbeddedFiles.all(kind: "sample").map { .embedded(name: $0.name, bytes: $0.bytes) } : args.map { .path($0) }
    let req = BrowseRequest(locations: locs, title: args.first ?? "sample library", loader: loader, today: DayNumber(rawValue: 20781))
    if plain {
      _ = BrowsePlain(request: req, reason: .flag).run(write: { var t = $0.string; t.withUTF8 { _ = Glibc.write(1, $0.baseAddress, $0.count) } }, read: { readLine() })
      return
    }
    _ = try? BrowseTerminal(request: req).run()
  }
}
