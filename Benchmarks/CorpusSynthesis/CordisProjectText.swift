/// A project as a CORDIS XML export writes it: of its elements Moim reads about half and skips the rest.
enum CordisProjectText {
  private static let activityCodes = ["company": "PRC", "university": "HES", "institute": "REC", "public": "PUB"]

  static func bytes(of document: SyntheticDocument, corpus: SyntheticCorpus) -> [UInt8] {
    let title = String(decoding: corpus.vocabulary.text(of: Array(document.words.prefix(9))), as: UTF8.self)
    let objective = String(decoding: corpus.vocabulary.text(of: Array(document.words.dropFirst(9))), as: UTF8.self)
    let members = document.organizations.enumerated().map { place, organization in
      member(organization, isCoordinator: place == 0)
    }
    let year = 2002 + document.day % 20
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <project>
        <language>en</language>
        <availableLanguages>en</availableLanguages>
        <rcn>\(200_000 + document.number)</rcn>
        <id>\(100_000_000 + document.number)</id>
        <acronym>ACR\(document.number)</acronym>
        <teaser>\(objective.prefix(260))...</teaser>
        <objective>\(objective)</objective>
        <title>\(title)</title>
        <totalCost>2305696.25</totalCost>
        <startDate>\(year)-09-01</startDate>
        <endDate>\(year + 3)-02-28</endDate>
        <ecSignatureDate>\(year)-05-20</ecSignatureDate>
        <status>SIGNED</status>
        <keywords>\(title.split(separator: " ").prefix(5).joined(separator: ", "))</keywords>
        <relations>
          <associations>
      \(members.joined(separator: "\n"))
            <call source="corda" type="relatedMasterCall"><rcn>55475</rcn><title>A call</title></call>
          </associations>
          <categories>
            <category classification="euroSciVoc" type="isInFieldOfScience"><code>/23/49</code><title>physics</title></category>
          </categories>
        </relations>
      </project>

      """.utf8)
  }

  private static func member(_ organization: SyntheticOrganization, isCoordinator: Bool) -> String {
    """
          <organization type="\(isCoordinator ? "coordinator" : "participant")" ecContribution="192174" sme="false">
            <availableLanguages>en</availableLanguages>
            <rcn>\(1_900_000 + organization.number)</rcn>
            <id>\(900_000_000 + organization.number)</id>
            <vatNumber>\(organization.country)\(organization.number)</vatNumber>
            <legalName>ORGANISATION \(organization.number)</legalName>
            <shortName>ORG\(organization.number)</shortName>
            <address><street>East Road 1</street><city>\(organization.region)</city><postalCode>0123</postalCode>\
    <country>\(organization.country)</country></address>
            <relations>
              <categories>
                <category classification="organizationActivityType" type="isClassifiedBy">\
    <code>/\(activityCodes[organization.kind, default: "OTH"])/</code></category>
              </categories>
            </relations>
          </organization>
    """
  }
}
