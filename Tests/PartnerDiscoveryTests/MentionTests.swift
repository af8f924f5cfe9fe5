import Foundation
import PartnerDiscovery
import PartnerRanking
import ResearchProfiles
import TestCorpora
import Testing

/// Whom an application names, on a forum of forty bodies that all do the same.
@Suite struct MentionTests {
  private static let folder = try? TemporaryFolder()
  private static let matcher: ApplicationMatcher? = {
    guard let folder else { return nil }
    var lines = [
      organization("delft", "Technische Universiteit Delft", city: "Delft", country: "NL"),
      organization("wien", "Technische Hochschule", city: "Wien", country: "AT"),
      organization("light", "Light Systems Ltd", city: "Leeds", country: "GB"),
      organization("vtt", "Teknologian tutkimuskeskus VTT", city: "Espoo", country: "FI"),
      organization("onsaemi", "온새미전자", city: "서울", country: "KR"),
      organization("laboratory", "온새미대학교 착용형 뇌자도 연구실", city: "서울", country: "KR"),
    ]
    for number in 0..<35 { lines.append(organization("x\(number)", "Body \(number)", city: "Town", country: "FR")) }
    for (number, id) in (["delft", "wien", "light", "vtt", "onsaemi", "laboratory"] + (0..<35).map { "x\($0)" })
      .enumerated()
    {
      // Everybody writes "light" in small letters.
      lines.append(
        """
        {"type":"evidence","id":"p\(number)","kind":"project","title":"Quantum sensors \(number)","text":"We make light \
        and sensors of diamond. 양자 센서 개발.","organizations":[{"id":"\(id)"}]}
        """)
    }
    let source = folder.file("forum.jsonl")
    let workspace = Workspace(path: folder.file("workspace"))
    do {
      try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: source))
      _ = try ImportSources(workspace: workspace, sources: [source]).run()
      return ApplicationMatcher(try DiscoverySession(workspace: workspace))
    } catch {
      return nil
    }
  }()

  private static func organization(_ id: String, _ name: String, city: String, country: String) -> String {
    """
    {"type":"organization","id":"\(id)","names":{"en":"\(name)"},"city":"\(city)","country":"\(country)"}
    """
  }

  private func parts(of id: String, summary: String, applicant: Applicant? = nil) throws -> PartnerScore {
    let application = Application(id: "a", title: "Diamond sensors", summary: summary, applicant: applicant)
    let explanation = try #require(Self.matcher).explain(OrganizationID(id), for: application)
    #expect(abs(PartnerScore.Part.allCases.reduce(0) { $0 + explanation.score[$1] } - explanation.score.total) < 1e-9)
    return explanation.score
  }

  @Test(arguments: [
    ("delft", "We want to work with the group in Delft on sensors."), ("vtt", "Our partner of choice is VTT."),
    ("onsaemi", "온새미전자와 함께 양자 센서를 만들고 싶다."),
  ])
  func `a body that is named is named`(id: String, summary: String) throws {
    #expect(try parts(of: id, summary: summary).namedInAll > 0)
    #expect(try parts(of: "x3", summary: summary).namedInAll == 0)
    let application = Application(id: "a", title: "Diamond sensors", summary: summary)
    #expect(try #require(Self.matcher).rank(application, limit: 1).first?.id.rawValue == id)
  }

  @Test func `a common word at the start of a sentence names nobody`() throws {
    #expect(try parts(of: "light", summary: "Light is what our sensors need.").namedInAll == 0)
  }

  @Test func `the topic in a laboratory's name names nobody`() throws {
    #expect(try parts(of: "laboratory", summary: "착용형 센서를 함께 만들 곳을 찾는다.").namedInAll == 0)
  }

  @Test func `cities are known by their English names, countries by their adjectives`() throws {
    #expect(try parts(of: "wien", summary: "A laboratory in Vienna would fit.").placeInAll > 0)
    #expect(try parts(of: "vtt", summary: "We look for Finnish partners.").placeInAll > 0)
    #expect(try parts(of: "x1", summary: "We look for Finnish partners.").placeInAll == 0)
  }

  @Test func `the applicant's own name is not looked for`() throws {
    let applicant = Applicant(name: "Delft Instruments")
    #expect(try parts(of: "delft", summary: "Delft makes sensors.", applicant: applicant).namedInAll == 0)
  }
}

extension PartnerScore {
  fileprivate var namedInAll: Double { self[.named] + self[.acronymNamed] }
  fileprivate var placeInAll: Double { self[.cityNamed] + self[.countryNamed] }
}
