import CasebookCore
import Synchronization
import Testing

struct QueryRunTests {
  private static let more = #"{"id":"x","status":"open"}"#

  private static func grown(_ library: Library) -> Library {
    var library = library
    for segment in TestLibrary.of(more).segments {
      library.apply(.segment(segment, ProblemList(), refused: 0, bytes: 0))
    }
    return library
  }

  private static func run() throws -> QueryRun {
    let schema = Schema(of: TestLibrary.custody)
    return QueryRun(try QueryPlan("status:open", in: schema, today: TestLibrary.today))
  }

  @Test func onlyNewSegmentsAreEvaluated() throws {
    var run = try Self.run()
    let library = TestLibrary.custody
    let looked = Mutex([Int]())
    let note: @Sendable (Int, Int) -> Void = { _, total in looked.withLock { $0.append(total) } }
    #expect(run.selection(in: library, progress: note)?.rows == [0, 2])
    #expect(run.hasLooked(at: library))
    let grown = Self.grown(library)
    #expect(!run.hasLooked(at: grown))
    #expect(run.selection(in: grown, progress: note)?.rows == [0, 2, 4])
    #expect(looked.withLock { $0 } == [library.caseCount, 1])
  }

  @Test func aSegmentThatWentIsForgotten() throws {
    var run = try Self.run()
    let library = TestLibrary.custody
    #expect(run.selection(in: Self.grown(library))?.count == 3)
    #expect(run.selection(in: library)?.rows == [0, 2])
    #expect(run.hasLooked(at: library))
  }

  @Test func aStoppedRunGivesNothingAndGoesOnLater() throws {
    var run = try Self.run()
    var context = QueryContext(cache: QueryCache())
    context.stops = { true }
    #expect(run.selection(in: TestLibrary.custody, context: context) == nil)
    context.stops = { false }
    #expect(run.selection(in: TestLibrary.custody, context: context)?.rows == [0, 2])
  }
}
