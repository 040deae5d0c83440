import Testing

@testable import CasebookCore

/// One row of each table the built-in profiles know, in the headers of releases.
struct BuiltInProfileTests {
  private func read(_ text: String, _ fileName: String) throws -> TableOutline {
    TableOutline(text, fileName: fileName, profiles: try BuiltInProfiles.all)
  }

  private let release =
    "sources: [{id: fy23.xlsx, title: fy23.xlsx, kind: agency release, "
    + "publisher: US Immigration and Customs Enforcement}]"

  @Test func detainersOfOnePersonAreOneCase() throws {
    let table = try read(
      """
      detainer_prepare_date,facility_state,detention_facility,detention_facility_code,\
      facility_city,gender,citizenship_country,birth_year,detainer_lift_reason,detainer_type,\
      unique_identifier,file_original,sheet_original,row_original
      2024-02-01,OHIO,EXAMPLE CO JAIL,EX1,FAIRTOWN,Male,CUBA,1990,Insufficient Notice to ICE,\
      I247A,f1,fy23.xlsx,FY2023,8
      2024-03-01,OHIO,EXAMPLE CO JAIL,EX1,FAIRTOWN,Male,CUBA,1990,NA,I247A,f1,fy23.xlsx,FY2023,9
      2024-03-01,NA,--,,,Male,CUBA,1990,,I247A,NA,fy23.xlsx,FY2023,10
      """, "detainers.csv")
    #expect(table.profile == "ICE detainers")
    #expect(table.findings == [])
    let place =
      "facility: EXAMPLE CO JAIL, facility_code: EX1, place: Fairtown, Ohio, "
      + "city: FAIRTOWN, state: OHIO, "
    #expect(
      table.cases == [
        "{id: f1, title: Cuba, male, born 1990, "
          + "subject: {sex: Male, citizenship: Cuba, birth_year: 1990}, \(release), events: ["
          + "{type: detainer, date: 2024-02-01, \(place)outcome: late_notice, "
          + "outcome_raw: Insufficient Notice to ICE, outcome_basis: recorded, "
          + "source: fy23.xlsx#FY2023 row 8, detainer_type: I247A}, "
          + "{type: detainer, date: 2024-03-01, \(place)outcome: not_recorded, "
          + "outcome_basis: recorded, source: fy23.xlsx#FY2023 row 9, detainer_type: I247A}]}",
        "{id: detainers-000004, title: Cuba, male, born 1990, "
          + "subject: {sex: Male, citizenship: Cuba, birth_year: 1990}, \(release), events: ["
          + "{type: detainer, date: 2024-03-01, outcome: not_recorded, outcome_basis: recorded, "
          + "source: fy23.xlsx#FY2023 row 10, detainer_type: I247A}]}",
      ])
  }

  @Test func theProfileForAnyTableComesLastWhereverItStands() throws {
    let profiles = try BuiltInProfiles.all
    let text = "event_date,lead_event_type,lead_source,unique_identifier\n2025-04-01,x,y,f1\n"
    for ordered in [profiles, profiles.reversed()] {
      #expect(TableOutline(text, profiles: ordered).profile == "ICE encounters")
    }
  }

  @Test func rawTablesAreReadBelowTheirTitles() throws {
    let table = try read(
      """
      "Statistical Tracking Unit"|||||
      "FY2023 Arrests"|||||
      |||||
      "Apprehension Date"|"State"|"Apprehension Method"|"Arresting Agency"|"Birth Date"|\
      "Anonymized Identifier"
      2024-02-01 18:51:00|"OHIO"|"Located"|"ERO"|"(b)(6)"|"f1"
      """, "fy23.psv")
    #expect(table.profile == "ICE arrests")
    #expect(
      table.cases == [
        "{id: f1, sources: [{id: fy23, title: fy23, kind: agency release, "
          + "publisher: US Immigration and Customs Enforcement}], events: ["
          + "{type: ice_arrest, date: 2024-02-01T18:51:00, agency: ERO, place: Ohio, state: OHIO, "
          + "basis: recorded, source: fy23#row 5, apprehension_method: Located}]}"
      ])
    #expect(
      table.findings == [
        "4:1 note rowsBeforeHeader(3)", "4:70 note droppedColumn(name: \"Birth Date\")",
      ])
  }

  @Test func aStintWithoutBookOutIsOpen() throws {
    let table = try read(
      """
      book_in_date_time,detention_facility,book_out_date_time,unique_identifier,stay_ID
      2024-02-01T10:00:00Z,HOLD ROOM ,2024-02-02T09:00:00Z,f1,s1
      2024-02-02T10:00:00Z,EXAMPLE CENTER,,f1,s1
      """, "stints.csv")
    #expect(table.profile == "ICE detention stints")
    #expect(table.cases.count == 1)
    #expect(
      table.cases.first?.contains(
        "{type: ice_custody, date: 2024-02-01/2024-02-02, facility: HOLD ROOM, "
          + "booked_in: 2024-02-01T10:00:00Z, booked_out: 2024-02-02T09:00:00Z, stay: s1")
        == true)
    #expect(table.cases.first?.contains("date: 2024-02-02/.., facility: EXAMPLE CENTER") == true)
  }

  @Test func encountersAndRemovalsNameTheMonthFirst() throws {
    let encounters = try read(
      "event_date,lead_event_type,lead_source,event_type,event_landmark,unique_identifier\n"
        + "4/1/2025,x,y,Located,EXAMPLE CO JAIL,f1\n", "encounters.csv")
    #expect(encounters.profile == "ICE encounters")
    #expect(
      encounters.cases.first?.contains(
        "{type: encounter, date: 2025-04-01, place: EXAMPLE CO JAIL, encounter_type: Located")
        == true)
    let removals = try read(
      "departed_date,port_of_departure,departure_country,final_charge_code,unique_identifier\n"
        + "4/1/2025 0:00,EXAMPLE PORT 33,CUBA,16A,f1\n", "removals.csv")
    #expect(removals.profile == "ICE removals")
    #expect(
      removals.cases.first?.contains(
        "{type: removal, date: 2025-04-01, place: Example Port 33, country: Cuba") == true)
  }
}
