/// Columns that say who a person is. They are never taken in, whatever a profile says.
public enum PersonalColumns {
  /// Whether a header names such a column; case, blanks and underscores do not count.
  public static func contains(_ header: String) -> Bool {
    names.contains(TableHeader.folded(header))
  }

  /// Names, numbers of files and documents, birth dates, addresses, telephones: as headers fold.
  private static let names: Set<String> = [
    "name", "names", "fullname", "firstname", "middlename", "lastname", "surname", "givenname",
    "familyname", "maidenname", "subjectname", "alienname", "personname", "detaineename",
    "inmatename", "alias", "aliases", "aka",
    "anumber", "anum", "ano", "aliennumber", "alienfilenumber", "alienregistrationnumber",
    "alienno", "afilenumber", "afile", "ssn", "socialsecuritynumber", "passportnumber",
    "fbinumber", "fingerprintidnumber", "fin", "driverslicense", "driverslicensenumber",
    "birthdate", "dateofbirth", "dob", "birthday",
    "address", "streetaddress", "homeaddress", "residentialaddress", "mailingaddress", "street",
    "phone", "phonenumber", "telephone", "telephonenumber", "mobile", "email", "emailaddress",
  ]
}
