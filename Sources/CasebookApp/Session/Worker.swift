import Dispatch
import Synchronization

/// Finds long answers on threads of its own, so that keys never wait for them.
///
/// Each question has a topic. A newer question of a topic makes the one before stale: its work ends
/// at its next slice, and whatever it found is dropped. Questions of different topics run side by
/// side. Asking and taking belong to one thread, that of the session.
package final class Worker<Topic: Hashable & Sendable, Answer: Sendable>: Sendable {
  /// What has come since the last time.
  package enum Event: Sendable {
    /// A question was answered.
    case answered(Topic, Answer)
    /// A question takes long, and its work is so far.
    case progressed(Topic, WorkProgress)
  }

  /// Finds an answer in slices, asking the ticket between two of them whether to go on; nothing
  /// where it stopped.
  package typealias Work = @Sendable (WorkTicket) -> Answer?

  private struct Content {
    var generation: UInt64 = 0
    var newest: [Topic: WorkTicket] = [:]
    var queues: [Topic: DispatchQueue] = [:]
    var answers: [(topic: Topic, ticket: WorkTicket, answer: Answer)] = []
  }

  private let content = Mutex(Content())
  private let wake: @Sendable () -> Void

  /// Makes a worker; `wake` is called, on its threads, whenever there is something to take.
  package init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  deinit {
    for ticket in content.withLock({ $0.newest }).values { ticket.makeStale() }
  }

  /// Asks a question; the one before of the same topic becomes stale.
  @discardableResult
  package func ask(_ topic: Topic, _ work: @escaping Work) -> WorkTicket {
    let (ticket, queue) = content.withLock { content in
      content.newest[topic]?.makeStale()
      content.generation += 1
      let ticket = WorkTicket(generation: content.generation, wake: wake)
      content.newest[topic] = ticket
      let queue = content.queues[topic] ?? DispatchQueue(label: "casebook.\(topic)")
      content.queues[topic] = queue
      return (ticket, queue)
    }
    queue.async { [weak self] in
      if !ticket.isStale { self?.put(work(ticket), topic, ticket) }
      ticket.finish()
    }
    return ticket
  }

  /// Makes the open question of a topic stale, where there is one.
  package func cancel(_ topic: Topic) {
    content.withLock { $0.newest.removeValue(forKey: topic) }?.makeStale()
  }

  /// Whether a question of a topic is open: its answer was not yet taken.
  package func isOpen(_ topic: Topic) -> Bool {
    content.withLock { $0.newest[topic] != nil }
  }

  /// Takes what came since the last time; stale answers are not among it.
  package func take() -> [Event] {
    content.withLock { content in
      var events: [Event] = []
      for (topic, ticket, answer) in content.answers where !ticket.isStale {
        content.newest[topic] = nil
        events.append(.answered(topic, answer))
      }
      content.answers = []
      for (topic, ticket) in content.newest {
        if let progress = ticket.takeProgress() { events.append(.progressed(topic, progress)) }
      }
      return events
    }
  }

  private func put(_ answer: Answer?, _ topic: Topic, _ ticket: WorkTicket) {
    content.withLock { content in
      if let answer {
        content.answers.append((topic, ticket, answer))
      } else if content.newest[topic] === ticket {
        content.newest[topic] = nil
      }
    }
    wake()
  }
}
