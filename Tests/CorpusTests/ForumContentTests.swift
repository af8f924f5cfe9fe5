import Foundation
import Testing
import forum_generator

@Suite struct ForumContentTests {
  @Test func `it is as large as the README says`() throws {
    let forum = try SharedForum.forum()
    #expect((290...310).contains(forum.vocabulary.organizations.count))
    #expect((1400...1600).contains(forum.evidence.count))
    #expect(forum.applications.count == 60)
    #expect(forum.vocabulary.topics.count >= 60)
    #expect(Set(forum.vocabulary.topics.map(\.field)).count >= 14)
    let international = forum.evidence.filter { $0.source == .cordis }
    #expect((100...140).contains(international.count))
    for kind in EvidenceRecord.Kind.allCases {
      #expect(forum.evidence.filter { $0.kind == kind }.count >= 100, "\(kind)")
    }
  }

  @Test func `ids are unique and marked as invented`() throws {
    let forum = try SharedForum.forum()
    let ids =
      forum.vocabulary.organizations.map(\.id) + forum.evidence.map(\.id) + forum.applications.map(\.entry.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("demo-") })
    for file in try SharedForum.files() where file.path.hasSuffix(".xml") {
      #expect(file.text.contains("Invented demonstration data"), "\(file.path)")
    }
  }

  @Test func `names are unique in both languages`() throws {
    let names = try SharedForum.forum().vocabulary.organizations
    #expect(Set(names.map(\.name.korean)).count == names.count)
    #expect(Set(names.map(\.name.english)).count == names.count)
  }

  @Test func `every participation and every parent is a known organisation`() throws {
    let forum = try SharedForum.forum()
    for record in forum.evidence {
      #expect(!record.organizations.isEmpty && Set(record.organizations).count == record.organizations.count)
      #expect((1...5).contains(record.organizations.count))
      #expect(record.organizations.allSatisfy { forum.vocabulary.organization($0) != nil }, "\(record.id)")
    }
    for organization in forum.vocabulary.organizations {
      if let parent = organization.parent { #expect(forum.vocabulary.organization(parent) != nil) }
    }
  }

  @Test func `an organisation has evidence on every topic it is competent in`() throws {
    let forum = try SharedForum.forum()
    var seen: Set<String> = []
    for record in forum.evidence { seen.insert(record.organizations[0] + " " + record.topics[0]) }
    for organization in forum.vocabulary.organizations {
      for competence in organization.competences {
        #expect(seen.contains(organization.id + " " + competence.topic), "\(organization.id) \(competence.topic)")
      }
    }
  }

  @Test func `there are hubs, repeated collaborations and newcomers`() throws {
    let forum = try SharedForum.forum()
    var evidenceCounts: [String: Int] = [:]
    var pairCounts: [String: Int] = [:]
    for record in forum.evidence {
      for organization in record.organizations { evidenceCounts[organization, default: 0] += 1 }
      for partner in record.organizations.dropFirst() {
        pairCounts[[record.organizations[0], partner].sorted().joined(separator: " "), default: 0] += 1
      }
    }
    #expect(evidenceCounts.values.max() ?? 0 >= 30)
    #expect(pairCounts.values.filter { $0 >= 2 }.count >= 100)
    let newcomers = forum.vocabulary.organizations.filter(\.isNewcomer).filter { $0.family != .university }
    #expect(newcomers.count >= 25)
    #expect(newcomers.allSatisfy { evidenceCounts[$0.id, default: 0] <= 1 })
  }

  @Test func `Seoul has the larger part of the Korean bodies`() throws {
    let korean = try SharedForum.forum().vocabulary.organizations.filter { $0.country == "KR" }
    let inSeoul = korean.filter { $0.region == "서울" }
    #expect(inSeoul.count * 2 > korean.count && inSeoul.count < korean.count * 4 / 5)
  }

  @Test func `Korean and English both have their share`() throws {
    let forum = try SharedForum.forum()
    let korean = forum.evidence.filter { $0.texts[.korean] != nil }.count
    let english = forum.evidence.filter { $0.texts[.english] != nil }.count
    let bilingualTitles = forum.evidence.filter { $0.titles.count == 2 }.count
    #expect(korean * 100 / forum.evidence.count >= 60)
    #expect(english * 100 / forum.evidence.count >= 25)
    #expect(bilingualTitles * 100 / forum.evidence.count >= 15)
    let koreanApplications = forum.applications.filter { $0.entry.language == .korean }.count
    #expect((38...44).contains(koreanApplications))
  }
}
