import Foundation
import Testing
import forum_generator

@Suite struct JudgmentTests {
  @Test func `every need is judged or a deliberate gap`() throws {
    let forum = try SharedForum.forum()
    let met = Set(forum.judgments.needs.filter { $0.grade == 2 }.map { "\($0.application) \($0.need)" })
    var gapCount = 0
    for entry in forum.vocabulary.applications {
      for (index, need) in entry.needs.enumerated() {
        if need.topic == nil { gapCount += 1 }
        #expect(met.contains("\(entry.id) \(index)") == (need.topic != nil), "\(entry.id) need \(index)")
      }
    }
    #expect(gapCount == 5)
    #expect(try SharedForum.lines("gaps.tsv").count == gapCount + 1)
  }

  @Test func `every application has partners of grade 2, and no applicant is its own partner`() throws {
    let forum = try SharedForum.forum()
    for entry in forum.vocabulary.applications {
      let grades = forum.judgments.applications.filter { $0.application == entry.id }
      #expect(grades.filter { $0.grade == 2 }.count >= 3, "\(entry.id)")
      #expect(!grades.contains { $0.organization == entry.applicant }, "\(entry.id)")
      #expect(Set(grades.map(\.organization)).count == grades.count, "\(entry.id)")
    }
  }

  @Test func `a grade follows from strength, kind and urgency`() throws {
    let forum = try SharedForum.forum()
    let needs = Dictionary(grouping: forum.judgments.needs) { $0.application + " " + $0.organization }
    for grade in forum.judgments.applications {
      let entry = try #require(forum.vocabulary.applications.first { $0.id == grade.application })
      let organization = try #require(forum.vocabulary.organization(grade.organization))
      let grades = try #require(needs[grade.application + " " + grade.organization])
      let isFull = grades.contains { $0.grade == 2 && entry.needs[$0.need].isRequired }
      #expect(grade.grade == (isFull ? 2 : 1))
      for need in grades where need.grade == 2 {
        let asked = entry.needs[need.need]
        #expect(organization.strength(in: try #require(asked.topic)) >= 2)
        #expect(asked.kinds.isEmpty || asked.kinds.contains(organization.kind))
      }
    }
  }

  @Test func `a query is answered by evidence on its topic`() throws {
    let forum = try SharedForum.forum()
    let records = Dictionary(uniqueKeysWithValues: forum.evidence.map { ($0.id, $0) })
    var fullCounts: [String: Int] = [:]
    for line in try SharedForum.lines("query-judgments.qrels") {
      let fields = line.split(separator: " ").map(String.init)
      let record = try #require(records[fields[2]])
      let topic = String(fields[0].dropFirst("demo-q-".count))
      #expect((record.topics[0] == topic ? "2" : "1") == fields[3])
      if fields[3] == "2" { fullCounts[fields[0], default: 0] += 1 }
    }
    for query in try SharedForum.objects("queries.jsonl") {
      let id = try #require(query["id"] as? String)
      #expect(fullCounts[id, default: 0] >= 5, "\(id)")
    }
  }
}
