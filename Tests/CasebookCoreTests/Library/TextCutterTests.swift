import Glibc
import Testing

@testable import CasebookCore

/// Files that are cut into slices, compressed or not: they load as if they were read in one piece.
struct TextCutterTests {
  /// Makes a file of a text, through a command that compresses if one is given.
  private func load(
    _ text: String, _ name: String, command: String = "cat", threads: Int = 2
  ) throws -> (loaded: Library, path: String) {
    let folder = "/tmp/casebook-cutter-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    mkdir(folder, 0o700)
    let path = "\(folder)/\(name)"
    let pipe = try #require(popen("\(command) > \(path)", "w"))
    _ = text.utf8.withContiguousStorageIfAvailable { fwrite($0.baseAddress, 1, $0.count, pipe) }
    try #require(pclose(pipe) == 0)
    var loader = Loader()
    loader.threads = threads
    loader.profiles = try BuiltInProfiles.all
    return (loader.load([.path(path)], title: "t"), path)
  }

  private func whole(_ text: String, _ name: String) throws -> Library {
    var loader = Loader()
    loader.profiles = try BuiltInProfiles.all
    return loader.load([.embedded(name: name, bytes: SourceBytes(Array(text.utf8)))], title: "t")
  }

  /// What the cases and problems are, whatever the segments they stand in.
  private func outline(_ library: Library) -> [String] {
    let cases = (0..<library.caseCount).map { row in
      let (segment, index) = library.locate(row)
      let place = segment.provenance[index]
      return "\(library.id(ofRow: row)) \(segment.line(ofCase: index)) \(place.offset)"
        + " \(place.length) \(place.ordinal)"
    }
    let problems = library.problems.problems.map {
      "\($0.severity) \($0.position.map { "\($0)" } ?? "") \($0.fact) \($0.count)"
    }
    return cases + problems + ["\(library.refusedCount) refused"]
  }

  private func records(_ count: Int, between: String, named: Bool = true) -> [String] {
    (0..<count).map { number in
      let id = named ? #""id":"c\#(number)","# : ""
      let pad = String(repeating: number % 3 == 0 ? "é, [\\\"] " : "words ", count: 60)
      return #"{\#(id)"title":"\#(pad)",\#(between)"odd":[1,{"a":"]},"}]}"#
    }
  }

  @Test(arguments: [",", ",\n", "\r\n,\r\n ", ", "], [1, 3])
  func listsAreCutBetweenElements(separator: String, threads: Int) throws {
    let text = "\u{FEFF} [\n" + records(9_000, between: "\n").joined(separator: separator) + "\n]\n"
    let (sliced, _) = try load(text, "a.json", threads: threads)
    #expect(sliced.segments.count > 2)
    let expected = try outline(whole(text, "a.json"))
    #expect(zip(outline(sliced), expected).allSatisfy { $0 == $1 })
    #expect(sliced.caseCount == 9_000)
  }

  @Test(arguments: [
    #" {"id":"x"}"#, #", , {"id":"x"}"#, #", 7"#, #", "s""#, #", {"id" 3}"#, #", {"id":"\q"}"#,
    #", {"id":"a]"#, ", ]", "] 5 [", #", {"a":[}]}"#, ", {\"id\":\"a\nb\"}",
  ])
  func whatIsNoListIsRefusedAsInOnePiece(oddity: String) throws {
    let all = records(8_000, between: "")
    let text =
      "[" + all[..<5_000].joined(separator: ",") + oddity + ","
      + all[5_000...].joined(separator: ",") + "]"
    let (sliced, _) = try load(text, "a.json")
    let (found, expected) = try (outline(sliced), outline(whole(text, "a.json")))
    #expect(found.count == expected.count)
    let first = zip(found, expected).first { $0 != $1 }
    #expect(first == nil, "\(first.map { "\($0)" } ?? "")")
  }

  @Test(arguments: [("gzip -1", ".gz"), ("xz -0", ".xz"), ("cat", "")])
  func compressedLinesLoadAsLines(command: String, ending: String) throws {
    let text = records(9_000, between: "", named: false).joined(separator: "\n")
    let (sliced, _) = try load(text, "a.jsonl" + ending, command: command)
    #expect(sliced.segments.count > 2)
    let expected = try outline(whole(text, "a.jsonl"))
    #expect(zip(outline(sliced), expected).allSatisfy { $0 == $1 })
    #expect(sliced.caseCount == 9_000)
    #expect(Set((0..<9_000).map { sliced.id(ofRow: $0) }).count == 9_000)
  }

  @Test(arguments: ["a.csv", "a.yaml", "a.json", "a.jsonl"])
  func casesOfCompressedFilesComeBackWhole(name: String) throws {
    let texts = [
      "a.csv": "case_id,type,date\nb,hearing,2024-02-03\n",
      "a.yaml": "id: b\nevents: [{type: hearing, date: 2024-02-03}]\n",
      "a.json": #"[{"id":"b","events":[{"type":"hearing","date":"2024-02-03"}]}]"#,
      "a.jsonl": #"{"id":"b","events":[{"type":"hearing","date":"2024-02-03"}]}"# + "\n",
    ]
    let text = try #require(texts[name])
    let (loaded, _) = try load(text, name + ".gz", command: "gzip")
    try #require(loaded.problems.problems.isEmpty)
    let content = try loaded.decode(row: 0).get()
    #expect(content.id == "b")
    #expect(content.events.map { $0.date?.text } == ["2024-02-03"])
    #expect(try loaded.rawText(row: 0).get() == whole(text, name).rawText(row: 0).get())
  }

  @Test func aFileOfSeveralMembersIsOneText() throws {
    let text = records(20, between: "").joined(separator: "\n") + "\n"
    let (loaded, _) = try load(
      text, "a.jsonl.gz", command: "tee /dev/null | (head -c 99 | gzip; gzip)")
    #expect(loaded.caseCount == 20)
    #expect(loaded.refusedCount == 0)
  }

  @Test(arguments: [
    ("cat", "damaged(byte: "), ("gzip | head -c 300", "cutShort(byte: 300)"),
    ("gzip | (head -c 200; printf xxxxxxxxxx; cat)", "damaged(byte: "),
  ])
  func aDamagedFileIsRefusedWithThePlace(command: String, fact: String) throws {
    for name in ["a.jsonl.gz", "a.csv.gz"] {
      let text = records(2_000, between: "").joined(separator: "\n")
      let (loaded, _) = try load(text, name, command: command)
      #expect(loaded.refusedCount >= 1)
      let facts = loaded.problems.problems.map { "\($0.fact)" }
      #expect(facts.contains { $0.contains(fact) }, "\(facts)")
    }
  }

  @Test func aBombIsRefusedByName() throws {
    for (name, pad) in [("a.jsonl.gz", "\n"), ("a.json.gz", " "), ("a.csv.gz", "a,b\n")] {
      let text = String(repeating: pad, count: 3_000_000 / pad.utf8.count)
      let (_, path) = try load(text, name, command: "gzip")
      var loader = Loader()
      loader.limits.fileSize = 1_000_000
      let loaded = loader.load([.path(path)], title: "t")
      #expect(loaded.refusedCount == 1)
      #expect(
        loaded.problems.problems.map(\.fact).contains(
          .unreadable(.expandsBeyond(limit: 1_000_000))))
    }
  }

  @Test func aLineTooLongIsRefusedAloneHoweverLong() throws {
    let long = #"{"id":"long","title":""# + String(repeating: "x", count: 5_000_000) + #""}"#
    let text = #"{"id":"a"}"# + "\n" + long + "\n" + #"{"id":"b"}"# + "\n"
    let (_, path) = try load(text, "a.jsonl.gz", command: "gzip")
    var loader = Loader()
    loader.limits.recordSize = 1_000_000
    let loaded = loader.load([.path(path)], title: "t")
    #expect((0..<loaded.caseCount).map { loaded.id(ofRow: $0) } == ["a", "b"])
    #expect(loaded.refusedCount == 1)
    #expect(loaded.locate(loaded.caseCount - 1).segment.line(ofCase: 0) == 3)
  }
}
