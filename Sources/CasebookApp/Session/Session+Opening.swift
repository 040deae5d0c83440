import CasebookCore
import CasebookText

/// What a session was started with, as far as it is still to be done.
struct Opening {
  var filter = ""
  var script: [String] = []
}

extension Session {
  /// Begins with a filter and some command lines.
  ///
  /// The filter is applied as soon as the cases that came give its names a meaning; the lines run
  /// one after the other once everything is loaded, so that they mean the same every time.
  package func begin(filter: String, script: [String] = []) {
    opening = Opening(filter: filter, script: script)
    mayResume = filter.isEmpty && script.isEmpty
    proceed()
  }

  /// Takes up the last session on the library, where the user wants that and asked for nothing
  /// else.
  func resume(_ record: SessionRecord?) {
    guard let record, mayResume, state.settings.isOn(.session) else { return }
    mayResume = false
    opening.filter = record.filter
    if let id = record.caseID { opening.script.append("go \(id)") }
    if record.event > 0 { opening.script.append("timeline \(record.event + 1)") }
    switch Region(rawValue: record.region) {
    case .detail: opening.script.append("show")
    case .timeline where record.event == 0: opening.script.append("timeline")
    default: break
    }
    proceed()
  }

  /// Does what of the opening can be done now.
  func proceed() {
    if !opening.filter.isEmpty { openFilter() }
    guard !state.loading.isGoing, opening.filter.isEmpty, !opening.script.isEmpty else { return }
    let lines = opening.script
    opening.script = []
    let patience = self.patience
    self.patience = .untilAnswered
    for line in lines where !state.isOver { show(run(line: line)) }
    self.patience = patience
  }

  private func openFilter() {
    let text = opening.filter
    if state.loading.isGoing {
      guard workspace.library.caseCount > 0,
        (try? filters.plan(text, in: workspace.library, asOf: workspace.asOf)) != nil
      else { return }
    }
    opening.filter = ""
    guard state.filter.applied.isEmpty, state.prompt == nil else { return }
    show(run(line: "filter " + text))
  }
}
