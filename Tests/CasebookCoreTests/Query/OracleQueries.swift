/// Filters of all kinds about generated cases, to be counted by this program and by a slow and
/// plain reader of the same language.
enum OracleQueries {
  static let words = [
    "hartford", "heliotrope", "penuelas", "PEÑUELAS", "county jail", #""county jail""#,
    #""Correctional Center""#, "e", "zz", "-county", "not jail", "male", "booked", "syn-00001",
    "s1", "ice", #""ICE ERO""#, #""near zephyr""#, "lodz", "uber", "naïve", "facade", "法院", "ﬁle",
    "file", "👩", "declined or released_early", "booked -removed", "-(booked or declined)",
    "(booked or declined) removed", "a or b and c",
  ]

  static let patterns = [
    "/jail/", "/County (Jail|Sheriff)/", "/^booked/", "/center$/", #"/\bpatrol\b/"#, "/p.t.?rol/",
    "/[0-9]{4}/", "/247[ADN]/", "/I-?247[adn]/", #"/syn-00000[1-5]\d/"#, "/^syn-0+12/",
    "/(arrest|release).*detainer/", #"/\w+by\b.*county/"#, "/z{2,}|qu{1,2}i/", "/heliotrope/",
    "-/jail/", "/no such thing/", "/driving.{1,12}license/", "/^(male|female)$/",
    #"/\d+(st|nd|rd|th)\b/"#, #"/a\/b/"#, "/(?:degree|order)$/", "/x[aeiou]{2}/", #"/\Bjail/"#,
    #"/[[\]]/"#, "/peñuelas|łódź/", "/fac[aç]ade/", #"/\s{2}/"#,
  ]

  static let fields = [
    "facility:hartford", "facility:jail", #"facility:"County Jail""#, "facility:=Nowhere",
    "facility:kest,garn", #"facility:"a,b",jail"#, "-facility:jail", "facility:penuelas",
    "facility:e", "title:detainer", #"title:"Booked after detainer""#,
    #"title:="Booked after detainer, Kestworth County Sheriff""#, "-title:booked",
    "summary:agency", #"summary:"kept no""#, "summary:agency title:booked", "status:removed",
    "status:=removed", "status:re", "-status:removed", "status:removed,released",
    #"status:="in ICE custody""#, "status:custody or status:released", "id:syn-000012",
    "id:=syn-0000123", "id:=nothing", "-id:9", "age:18", "age:18..25", "age:<18", "age:>=60",
    "age:..20", "age:70..", "age:<=17.5", "age:25,26", "-age:18..25", "not age:>30",
    "subject.age:30", "subject.sex:male", "sex:male", "sex:=male", "sex:female,unknown",
    "citizenship:mexico", #"citizenship:"El Salvador""#, "citizenship:cote",
    "-citizenship:mexico", "place:texas", #"place:"County, Texas""#, "-place:texas",
    "jurisdiction:county", "-jurisdiction:county", "jurisdiction:garn", "tag:synthetic",
    "tags:synthetic", "tag:review", "-tag:synthetic", "batch:12", "batch:1..10", "batch:>50",
    "-batch:1..10", "synthetic:true", "synthetic:false", "synthetic:=true", "charge:assault",
    #"charge:"second degree""#, "charge:=trespass", "charge_status:convicted",
    "-charge_status:convicted", "charge_status:convicted,pending", "outcome:declined",
    "outcome:=declined", "outcome:d", "-outcome:booked",
    "outcome:declined,released_early,late_notice", "outcome_raw:notice",
    "outcome_raw:transferred", "outcome_basis:derived", "agency:kestrel", "agency:ero",
    "by:officer", "role:a", "text:court", "text:the", "sources.publisher:synthetic",
    #"sources.kind:"table row""#, "sources.id:s2", "sources.derived_from:s1", "source:s1",
    "source:=s2", "-source:s1", "type:detainer", "type:ice", "type:=removal", "-type:removal",
    "related:syn", "detainer:jail", "detainer:penuelas", "detainer:booked,declined",
    "-detainer:booked", #"detainer:"county jail""#, "hearing:court", "statement:the",
    "status:removed detainer.outcome:booked age:18..25 -sex:female",
    "(age:<20 or age:>60) status:removed", "-(age:<20 or age:>60) removed",
    "not (outcome:booked or batch:3)", "outcome:declined or batch:3 or age:17",
    "-outcome:declined -batch:3", "-(-outcome:declined)", "not not age:18",
  ]

  static let dates = [
    "age_as_of:2023", "age_as_of:>2024", "age_as_of:..2014", "subject.age_as_of:2022-08",
    "bond_amount:>10000", "bond_amount:5000", "bond_amount:1000..7500", "-bond_amount:>10000",
    "sources.date:2024", "sources.date:>2023-06", "date:2023", "date:2023-10", "date:2023-10-13",
    "date:2023-10..2024-02", "date:..2012", "date:2026..", "date:>2025-06", "date:>=2025-06-15",
    "date:<2013", "date:<=2012-06-30", "-date:2023", "not date:>2015", "date:2013-22",
    "date:201X", "date:2013-08?", "date:2023-10-13/2024-02-01", "date:2024/..", "date:2020,2022",
    "date:>2020-21", "certain:date:2013", "certain:date:2013-08", "certain:date:>2025",
    "certain:date:<2012-06", "certain:date:2020..2021", "-certain:date:2020..2021",
    "date:>2025 date:<2013", "detainer:2023", "detainer:2023-10", "detainer:2023-10..2024-02",
    "detainer:>2024-06", "detainer:<2013", "detainer:>=2025", "detainer:<=2012",
    "detainer:..2014", "-detainer:2023", "certain:detainer:2023", "certain:detainer:>2024",
    "removal:2020", "removal:2020,2022", "ice_custody:2024-05-05", "ice_arrest:2013-22",
    "policy:2019", "detainer.date:2023", "detainer.date:>2024", "certain:detainer.date:2022",
    "detainer(outcome:booked date:2023)", #"detainer(date:>2024 facility:"County Jail")"#,
    "bond_set(bond_amount:>10000 date:>2020)", "ice_custody(facility:center date:2022)",
    "county (outcome:declined or outcome:released_early) date:2020..",
    "detainer:2020..2022 outcome:booked",
  ]

  static let events = [
    "detainer.outcome:declined", "detainer.outcome:=booked", "-detainer.outcome:booked",
    "detainer.facility:garn", "ice_custody.facility:annex", "criminal_charge.charge:assault",
    "criminal_charge.charge_status:convicted", "bond_set.bond_amount:>=10000",
    "bond_posted.bond_amount:<5000", "detainer(outcome:declined facility:jail)",
    "detainer(outcome:declined facility:garn)", "-detainer(outcome:declined)",
    "detainer(outcome:declined,released_early facility:sheriff)",
    "criminal_charge(charge:assault charge_status:convicted)",
    "detainer(outcome:=unknown outcome_basis:reported)", "removal()",
  ]

  static let presence = [
    "is:derived", "-is:derived", "has:detainer", "no:ice_arrest", "has:removal no:detainer",
    "has:conflict", "no:conflict", "has:source", "no:source", "has:batch", "no:batch",
    "has:bond_amount", "has:facility", "no:facility", "has:date", "has:title", "has:jurisdiction",
    "no:jurisdiction", "has:tags", "has:detainer.outcome", "no:detainer.facility", "has:text",
    "has:outcome_raw", "has:death", "has:sources.date", "-has:detainer", "not no:detainer",
    "count(detainer):>=2", "count(detainer)>=2", "count(detainer):1", "count(detainer):0",
    "count(detainer):=2", "count(ice_custody):>2", "count(removal):<1", "count(hearing)<=1",
    "-count(detainer):1", "count(criminal_charge):>1 count(detainer):>1",
    "has:detainer no:ice_arrest outcome:declined", "heliotrope or has:conflict",
    #""detainer" -has:detainer"#,
  ]

  static let sequences = [
    "detainer->ice_arrest", "detainer->ice_arrest<=90d", "detainer->ice_arrest<30",
    "detainer->ice_arrest>6mo", "detainer->ice_arrest>=1y", "detainer->ice_arrest<=2w",
    "jail_release!->ice_arrest", "detainer!->ice_arrest", "detainer!->ice_arrest<=90d",
    "detainer!->removal>1y", "jail_release->ice_arrest->removal",
    "jail_release->ice_arrest<=90d->removal<=6mo",
    "criminal_arrest->detainer->jail_release->ice_arrest",
    "criminal_arrest->detainer->jail_release!->ice_arrest", "detainer->detainer",
    "detainer->detainer<=1y", "ice_custody->ice_custody->ice_custody",
    "ice_custody->ice_custody<1d", "detainer.outcome:declined->ice_arrest",
    "detainer.outcome:declined->ice_arrest<=90d", "detainer.outcome:declined!->ice_arrest",
    "detainer(outcome:booked facility:jail)->ice_arrest<=30d",
    "detainer->ice_custody.facility:annex", "detainer->ice_custody(facility:annex)->removal",
    "-detainer->ice_arrest", "removal->reentry", "entry->removal<=2y",
    "bond_set->bond_posted<=7d", "final_order->removal>3mo", "encounter->detainer<=1d",
    "detainer->ice_arrest<=1mo", "detainer->ice_arrest<=12mo",
    "mexico detainer->ice_arrest<=90d -facility:jail",
  ]

  static let all = words + patterns + fields + dates + events + presence + sequences
}
