import CasebookText

/// How far loading is, in words; every number that is not yet whole says so through these.
package enum LoadingWords {
  /// What follows a number on the screen: ", 34 %, 400,000 a second", ", partial", or nothing.
  static func mark(_ loading: Loading) -> ShownText {
    switch loading {
    case .done: ""
    case .stopped: ", partial"
    case .going(nil, _): ", loading"
    case .going(let percent?, nil): ", \(percent) %"
    case .going(let percent?, let rate?): ", \(percent) %, \(grouped: rounded(rate)) a second"
    }
  }

  /// As ``mark(_:)`` where there is little room: the rate is left out.
  static func shortMark(_ loading: Loading) -> ShownText {
    guard case .going(let percent, _) = loading else { return mark(loading) }
    return mark(.going(percent: percent, rate: nil))
  }

  /// What follows a number in plain mode: ", partial" unless all is loaded.
  static func spokenMark(_ loading: Loading) -> ShownText {
    loading == .done ? "" : ", partial"
  }

  /// A sentence for plain mode; nothing where all is loaded.
  package static func sentence(_ loading: Loading) -> ShownText? {
    switch loading {
    case .done: nil
    case .stopped: "Loading was stopped."
    case .going(nil, _): "Still loading."
    case .going(let percent?, _): "Still loading, \(percent) percent so far."
    }
  }

  /// How far a filter is that takes long: "looking, 43 %".
  static func progress(_ progress: WorkProgress) -> ShownText {
    switch progress {
    case .looking(let percent): "looking, \(percent) %"
    case .ordering: "putting in order"
    }
  }

  /// What plain mode says once loading has ended while someone worked.
  package static func end(_ loading: Loading, caseCount: Int) -> ShownText? {
    loading == .done ? "Loading is done. \(CountWords.cases(caseCount))." : nil
  }

  /// Two digits of a rate say enough, and change seldom.
  private static func rounded(_ rate: Int) -> Int {
    var unit = 1
    while rate / unit >= 100 { unit *= 10 }
    return rate / unit * unit
  }
}
