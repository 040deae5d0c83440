/// Makes records of JSON that are mostly ordinary, and now and then odd in one of many ways.
struct RecordMaker {
  private var random: SplitMix

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
  }

  /// The bytes of a record, on one line.
  mutating func record(_ number: Int) -> String {
    var members = [#""casebook":1"#, #""id":"c-\#(number)""#, #""title":"\#(text())""#]
    if chance(3) { members.append(#""status":"\#(pick(["open", "closed", ""]))""#) }
    if chance(4) { members.append(#""subject":{"age":\#(random.next() % 90),"sex":"male"}"#) }
    if chance(3) { members.append(#""tags":["a","\#(text())",["b"]]"#) }
    if chance(9) { members.append(#""batch":\#(pick(["1.50", "-0", "1e9", "true", "null"]))"#) }
    members.append(#""sources":[{"id":"s1","publisher":"\#(text())"}]"#)
    let events = (0..<random.next() % 5).map { _ in event() }
    members.append(#""events":[\#(events.joined(separator: pick([",", " ,\t"])))]"#)
    if chance(12) { members.append(#""date":"\#(date())""#) }
    if chance(6) { members.append(oddity()) }
    if chance(20) { members.swapAt(1, members.count - 1) }
    return "{" + members.joined(separator: pick([",", ", "])) + "}"
  }

  private mutating func event() -> String {
    let type = pick(["detainer", "hearing", "ice_arrest", "removal", "removal", "mystery"])
    var members = [#""type":"\#(type)""#, #""date":"\#(date())""#]
    if chance(2) { members.append(#""facility":"\#(text())""#) }
    if chance(3) { members.append(#""source":\#(pick([#""s1""#, #"["s1","s1#p2"]"#, #""s9""#]))"#) }
    if chance(5) {
      members.append(#""charge_status":"\#(pick(["alleged", "convicted", "aleged"]))""#)
    }
    if chance(4) {
      let outcome = pick([#""booked""#, #""refused""#, #""""#, "7", "null", #"["booked"]"#])
      members.append(#""outcome":\#(outcome)"#)
    }
    if chance(6) { members.append(#""level":"\#(pick(["state", "tribal"]))""#) }
    if chance(9) { members.append(#""bond_amount":\#(random.next() % 10_000)"#) }
    if chance(15) { members.append(oddity()) }
    return "{" + members.joined(separator: ",") + "}"
  }

  private mutating func date() -> String {
    pick([
      "2013", "2013-08", "2024-02-29", "2023-10-13/2024-02-01", "2024-04-04/..", "2013-08?",
      "201X", "2013-22", "", "2024-02-01T14:05:00-05:00", "2023-01/2023-02-03",
    ])
  }

  private mutating func text() -> String {
    pick([
      "North Jail", "Straße Peñuelas", "", #"a \"quoted\" \\ word\n"#, #"\u00e9\ud83d\ude00"#,
      "North Jail", "İstanbul", String(repeating: "long ", count: 20), "x", "明日", "0123456",
    ])
  }

  /// A member that takes a record off the ordinary way, or refuses it.
  private mutating func oddity() -> String {
    pick([
      #""id":"again""#, #""title":"twice""#, #""st\u0061tus":"x""#, #""events":null"#,
      #""claims":[{"place":"a","source":"s1"},{"place":"b"}]"#, #""date":"2013-02-30""#,
      #""source":{"a":1}"#, #""place":{"a":{"b":[{"c":"d"},{"c":["e",null]}]}}"#, #""x":01"#,
      #""tags":[]"#, #""tags":{}"#, #""name":"x""#, #""who":[{"dob":"x","y":1},{"Full Name":{}}]"#,
      #""type":null"#, #""sources":[{"id":7},{"a":{"id":"s9"}}]"#,
      #""casebook":2"#, #""tatus":"near""#, #""x":"\q""#, #""x":[1,]"#, #""x":tru"#, #""x":nul"#,
      #""deep":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]"#, #""x":{"y":1,"y":2}"#, #""x""#,
    ])
  }

  /// What stands between two lines: mostly one line feed.
  mutating func lineEnd() -> String {
    chance(12) ? pick(["\r\n", "\n\n", " \n", "\n\t\r\n", "\n\r", "\r", " ", "\n\u{1}\n"]) : "\n"
  }

  /// What stands between two elements of an array.
  mutating func elementEnd() -> String {
    chance(12) ? pick([",\r\n", " ,\n\n", ",\r", ", "]) : ",\n"
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices[Int(random.next() % UInt64(choices.count))]
  }

  private mutating func chance(_ one: UInt64) -> Bool { random.next() % one == 0 }
}
