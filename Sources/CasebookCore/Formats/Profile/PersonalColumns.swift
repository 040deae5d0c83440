/// Columns and keys that say who a person is. Unless the user asks for them, they are not taken in,
/// whatever a profile says; the same names are keys of case files (``PersonalKeys``).
public enum PersonalColumns {
  /// Whether a header names such a column; case, blanks and underscores do not count.
  public static func contains(_ header: String) -> Bool {
    if names.contains(TableHeader.folded(header)) { return true }
    let words = Set(TableHeader.key(header).split(separator: "_"))
    return words.contains("dob") || words.isSuperset(of: ["birth", "date"])
  }

  /// Whether a table is one of facilities or agencies, whose names and addresses say no person: its
  /// header names such things, and nothing that only a person or a case has.
  static func isTableOfThings(_ headers: [String]) -> Bool {
    let words = headers.map { TableHeader.key($0).split(separator: "_").map(String.init) }
    return words.contains { !things.isDisjoint(with: $0) }
      && !words.contains { !persons.isDisjoint(with: $0) }
      && !headers.contains { contains($0) && !namesOfThings.contains(TableHeader.folded($0)) }
  }

  private static let things: Set<String> = [
    "facility", "facilities", "detloc", "agency", "agencies", "jail", "prison", "court", "aor",
    "ori",
  ]
  private static let persons: Set<String> = [
    "birth", "born", "gender", "sex", "citizenship", "citizen", "nationality", "ethnicity", "race",
    "age", "charge", "case", "event", "detainer", "arrest", "apprehension", "booking", "book",
    "stay", "removal", "departure", "departed", "encounter", "subject", "inmate", "detainee",
    "alien",
    "person", "people", "defendant", "respondent", "client", "unique", "anonymized", "religion",
  ]
  private static let namesOfThings: Set<String> = [
    "name", "names", "address", "streetaddress", "mailingaddress", "street", "phone", "phonenumber",
    "telephone", "telephonenumber", "email", "emailaddress",
  ]

  /// Names, numbers of files and documents, birth dates, addresses, telephones: as headers fold.
  private static let names: Set<String> = [
    "name", "names", "fullname", "firstname", "middlename", "lastname", "surname", "givenname",
    "familyname", "maidenname", "subjectname", "alienname", "personname", "detaineename",
    "inmatename", "defendantname", "respondentname", "petitionername", "clientname", "victimname",
    "legalname", "birthname", "nickname", "alias", "aliases", "aka",
    "anumber", "anum", "ano", "aliennumber", "alienfilenumber", "alienregistrationnumber",
    "alienno", "aliennum", "alienid", "alienfileno", "alienfilenum", "alienfile",
    "afileno", "afilenum", "afilenumber", "afile", "ssn", "socialsecuritynumber",
    "socialsecurity", "passport", "passportnumber", "passportno", "nationalid",
    "fbinumber", "fingerprintidnumber", "fin", "driverslicense", "driverslicensenumber",
    "birthdate", "dateofbirth", "dob", "birthday",
    "address", "streetaddress", "homeaddress", "residentialaddress", "mailingaddress", "street",
    "addresses", "phone", "phones", "phonenumber", "telephone", "telephonenumber", "mobile",
    "cellphone", "homephone", "email", "emails", "emailaddress",
  ]
}
