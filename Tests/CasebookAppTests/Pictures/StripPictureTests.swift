import CasebookCore
import CasebookTesting
import CasebookText
import Testing

@testable import CasebookApp

/// A picture, the words of plain mode and the strip of text tell the same facts.
struct StripPictureTests {
  @Test(arguments: TimelineSample.ids)
  func thePictureSaysWhatTheWordsSay(id: String) throws {
    let loaded = try TimelineSample.loaded(id)
    let svg = try XMLText(StripPicture.svg(loaded, vocabulary: .standard))
    let texts = svg.texts["text"] ?? ""
    let names = svg.texts["title"] ?? ""
    for index in loaded.chronology.indices {
      let sentence = SpokenTimeline.sentence(index, loaded, SpokenManner(.standard)).string
      #expect(texts.contains(sentence), "event \(index + 1)")
      #expect(names.contains("\(index + 1) "), "event \(index + 1)")
    }
    for interval in loaded.intervals.told {
      let words = StripWords.named(interval, asOf: TestLibrary.today).string
      #expect(texts.contains(words))
      #expect(names.contains(words))
    }
    for source in loaded.content.sources {
      #expect(texts.contains(CaseFacts.words(source, dates: .long).string))
    }
  }

  @Test(arguments: TimelineSample.ids)
  func theTextAlternativeIsWhatPlainModeSays(id: String) throws {
    let loaded = try TimelineSample.loaded(id)
    let session = Session(try TimelineSample.library.get())
    session.send(.lookChanged(Look(isPlain: true)))
    session.run(line: "go \(id)")
    let alternative = try XMLText(StripPicture.svg(loaded, vocabulary: .standard)).texts["desc"]
    let said = ["timeline", "timeline brief"].flatMap { line -> [ShownText] in
      guard case .done(let answer) = session.run(line: line) else { return [] }
      return answer.lines
    }.map(\.string)
    let ends = ["End of timeline.", "No events."]
    let facts = said.filter { line in
      !line.hasPrefix("Timeline of case") && !line.hasPrefix("Last event")
        && !line.hasPrefix("Longest gap") && !line.contains("Type ") && !ends.contains(line)
    }
    #expect(facts.count >= loaded.chronology.count)
    for fact in facts { #expect(alternative?.contains(fact) == true, "\(fact)") }
  }

  @Test(arguments: TimelineSample.ids)
  func theStripOfTextNamesTheSameIntervals(id: String) throws {
    let loaded = try TimelineSample.loaded(id)
    let options = StripDrawing.Options(asOf: TestLibrary.today)
    let lines = StripText.lines(loaded.chronology, options: options, columns: 100).map(\.string)
    for interval in loaded.intervals.told {
      #expect(lines.contains(StripWords.named(interval, asOf: TestLibrary.today).string))
    }
    #expect(lines.first == StripWords.summary(loaded.chronology).string)
  }

  @Test func nothingIsDrawnBeyondTheEdges() throws {
    for id in TimelineSample.ids {
      let svg = StripPicture.svg(try TimelineSample.loaded(id), vocabulary: .standard)
      let text = String(decoding: svg, as: UTF8.self)
      for match in text.matches(of: /(?:x|cx|x1|x2)="(-?[0-9.]+)"/) {
        let x = Double(match.1) ?? -1
        #expect((0...Double(StripPicture.width)).contains(x), "\(id): \(match.0)")
      }
    }
  }
}
