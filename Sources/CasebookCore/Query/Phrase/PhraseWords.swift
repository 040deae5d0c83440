/// The everyday words that phrases are made of, with what they mean in the filter language.
enum PhraseWords {
  /// What may come of a detainer, in the words used for it.
  static let outcomes: [(words: String, outcome: String)] = [
    ("not honored", "declined"), ("not honoured", "declined"), ("unhonored", "declined"),
    ("refused", "declined"), ("declined", "declined"), ("rejected", "declined"),
    ("honored", "booked"), ("honoured", "booked"), ("booked into detention", "booked"),
    ("booked", "booked"), ("released early", "released_early"),
    ("early release", "released_early"), ("late notice", "late_notice"),
    ("ice not able", "ice_not_able"), ("ice not able to take over", "ice_not_able"),
    ("transferred", "transferred"), ("superseded", "superseded"), ("duplicate", "duplicate"),
    ("citizenship claim", "usc_claim"), ("claim of citizenship", "usc_claim"),
    ("claim to citizenship", "usc_claim"), ("lifted", "lifted"),
  ]
  /// Outcomes whose words mean something else too, so that they stand only beside a detainer.
  static let outcomesOfDetainers: [(words: String, outcome: String)] = [
    ("closed", "closed"), ("died", "died"), ("pending", "pending"), ("unknown", "unknown"),
  ]
  /// How a charge may stand.
  static let chargeStatuses = ["alleged", "convicted", "dismissed", "acquitted"]

  /// Persons and kinds of cases, with the terms that find them.
  static let groups: [(words: [String], filter: String)] = [
    (["women", "woman", "females", "female", "girls"], "sex:female"),
    (["men", "man", "males", "male", "boys"], "sex:male"),
    (["minors", "minor", "children", "juveniles", "underage"], "is:minor"),
    (["adults", "adult"], "age:>=18"), (["marked"], "is:marked"), (["synthetic"], "is:synthetic"),
    (["suspicious"], "is:suspicious"), (["derived"], "is:derived"),
    (["disputed", "conflicting"], "has:conflict"),
  ]

  /// Words that name what is looked for and restrict nothing.
  static let neutral: Set<String> = [
    "case", "cases", "people", "person", "persons", "individual", "individuals", "anyone",
    "everyone", "someone", "those", "noncitizens", "migrants", "immigrants", "detainees",
  ]
  /// Whether a word means persons or cases, which the words before it restrict.
  static func isNoun(_ word: String) -> Bool {
    neutral.contains(word) || groups.prefix(4).contains { $0.words.contains(word) }
  }

  /// Words before a clause that restrict nothing.
  static let noise: Set<String> = [
    "show", "list", "find", "get", "give", "display", "me", "us", "only", "just", "please", "all",
    "the", "these", "who", "which", "that", "where", "whose", "they", "them", "he", "she", "a",
    "an", "every", "each", "their", "his", "her", "whom", "there",
  ]
  /// Forms of "to be", alone or behind "has".
  static let copulas: Set<String> = ["is", "are", "was", "were", "be", "been", "being", "got"]

  /// Words that make a line a phrase, so that it is never searched for as text in silence.
  static let keywords: Set<String> = Set(
    [
      "in", "on", "at", "from", "to", "by", "with", "without", "before", "after", "since", "until",
      "till", "between", "during", "is", "are", "was", "were", "isn't", "aren't", "wasn't",
      "weren't", "than", "has", "have", "had", "hasn't", "haven't", "no", "never", "any", "then",
      "within", "followed", "over", "under", "above", "below", "least", "most", "more", "fewer",
      "less", "older", "younger", "contains", "equals", "starts", "begins", "ends", "who", "which",
      "whose", "where", "show", "list", "find", "other", "neither", "nor", "either", "but",
      "except", "don't", "doesn't", "didn't", "like", "exactly", "sorted", "sort", "order",
      "ordered",
    ])

  /// What happens to somebody, with the type of its events; longer words come first.
  static let verbs: [(words: String, type: String)] = [
    ("arrested by ice", "ice_arrest"), ("detained by ice", "ice_custody"),
    ("taken into ice custody", "ice_custody"), ("held by ice", "ice_custody"),
    ("ice arrested", "ice_arrest"), ("ice came", "ice_arrest"),
    ("apprehended at the border", "border_apprehension"),
    ("apprehended by border patrol", "border_apprehension"),
    ("released by ice", "ice_release"), ("released from ice custody", "ice_release"),
    ("released from ice", "ice_release"), ("released from jail", "jail_release"),
    ("ordered removed", "final_order"), ("ordered deported", "final_order"),
    ("released on bond", "bond_posted"), ("bonded out", "bond_posted"),
    ("posted bond", "bond_posted"), ("granted relief", "relief"),
    ("served with a notice to appear", "notice_to_appear"),
    ("held in jail", "jail_custody"), ("arrested", "criminal_arrest"),
    ("apprehended", "border_apprehension"), ("charged", "criminal_charge"),
    ("arraigned", "arraignment"), ("jailed", "jail_custody"), ("detained", "ice_custody"),
    ("released", "jail_release"), ("deported", "removal"), ("removed", "removal"),
    ("expelled", "removal"), ("departed", "departure"), ("entered", "entry"),
    ("reentered", "reentry"), ("encountered", "encounter"), ("placed", "placement"),
    ("appealed", "appeal"), ("died", "death"),
  ]
  /// Words behind an event that say no more than that it was.
  static let lodging: Set<String> = ["lodged", "issued", "requested", "filed", "served", "made"]

  /// Everyday names of event types, besides their own names and labels.
  static let events: [(words: String, type: String)] = [
    ("release", "jail_release"), ("jail release", "jail_release"), ("charge", "criminal_charge"),
    ("jail", "jail_custody"), ("jail stay", "jail_custody"), ("arrest by ice", "ice_arrest"),
    ("ice detention", "ice_custody"), ("custody of ice", "ice_custody"),
    ("deportation", "removal"), ("removal order", "final_order"), ("new arrest", "criminal_arrest"),
    ("arrest", "criminal_arrest"),
    ("court hearing", "hearing"), ("border arrest", "border_apprehension"),
    ("apprehension", "border_apprehension"), ("bond", "bond_set"), ("conviction", "disposition"),
  ]

  /// Adjectives of countries.
  static let nationalities: [String: String] = [
    "mexican": "Mexico", "guatemalan": "Guatemala", "honduran": "Honduras",
    "salvadoran": "El Salvador", "ecuadorian": "Ecuador", "venezuelan": "Venezuela",
    "brazilian": "Brazil", "colombian": "Colombia", "cuban": "Cuba",
    "dominican": "Dominican Republic", "egyptian": "Egypt", "eritrean": "Eritrea",
    "jamaican": "Jamaica", "laotian": "Laos", "nepali": "Nepal", "nepalese": "Nepal",
    "nicaraguan": "Nicaragua", "peruvian": "Peru", "vietnamese": "Vietnam", "haitian": "Haiti",
    "chinese": "China", "indian": "India", "russian": "Russia", "canadian": "Canada",
    "bolivian": "Bolivia", "chilean": "Chile", "filipino": "Philippines", "korean": "Korea",
  ]

  /// Numbers in words.
  static let numbers: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
  ]

  /// Signs of comparisons in words; longer ones come first.
  static let comparisons: [(words: [String], sign: String)] = [
    (["not", "less", "than"], ">="), (["no", "less", "than"], ">="),
    (["no", "fewer", "than"], ">="), (["not", "more", "than"], "<="),
    (["no", "more", "than"], "<="), (["a", "minimum", "of"], ">="), (["a", "maximum", "of"], "<="),
    (["no", "longer", "than"], "<="), (["no", "older", "than"], "<="),
    (["no", "younger", "than"], ">="), (["not", "below"], ">="), (["not", "above"], "<="),
    (["not", "over"], "<="), (["not", "under"], ">="),
    (["more", "than"], ">"), (["greater", "than"], ">"), (["longer", "than"], ">"),
    (["older", "than"], ">"), (["higher", "than"], ">"), (["larger", "than"], ">"),
    (["less", "than"], "<"), (["fewer", "than"], "<"), (["shorter", "than"], "<"),
    (["younger", "than"], "<"), (["lower", "than"], "<"), (["smaller", "than"], "<"),
    (["at", "least"], ">="), (["at", "most"], "<="), (["up", "to"], "<="),
    (["over"], ">"), (["above"], ">"), (["exceeding"], ">"), (["under"], "<"), (["below"], "<"),
  ]
  /// Words behind a number that compare with it.
  static let suffixes: [(words: [String], sign: String)] = [
    (["or", "more"], ">="), (["or", "over"], ">="), (["or", "above"], ">="),
    (["or", "older"], ">="), (["or", "longer"], ">="), (["and", "over"], ">="),
    (["and", "older"], ">="), (["and", "above"], ">="), (["or", "less"], "<="),
    (["or", "fewer"], "<="), (["or", "under"], "<="), (["or", "below"], "<="),
    (["or", "younger"], "<="), (["and", "under"], "<="), (["and", "younger"], "<="),
    (["or", "shorter"], "<="),
  ]
}
