import ForumRecords
import Foundation
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct RegistryVerificationTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("registry.sqlite")
    let registry = try Registry(path: path, mode: .readWrite)
    _ = try registry.apply(
      [.organization(kist), .supporting(SupportingRecord(kind: .person, id: "r1"))]
        + (0..<60).map { storing(project("p\($0)", participants: [("kist", .coordinator), ("o\($0 % 7)", .owner)])) })
    _ = try registry.apply([.deleteEvidence("p3")])
    try registry.store([Application(id: "a1", title: "뇌자도", summary: String(repeating: "광펌핑 자력계 ", count: 150))])
    try registry.close()
  }

  @Test(arguments: [
    ("UPDATE evidence SET content = CAST(content || x'00' AS BLOB) WHERE id = 'p5'", "evidence p5"),
    ("UPDATE evidence SET date = date + 1 WHERE id = 'p5'", "evidence p5"),
    ("UPDATE evidence SET change_sequence = 99 WHERE id = 'p5'", "evidence p5"),
    ("UPDATE participation SET role = 'funder' WHERE evidence = 1 AND ordinal = 1", "evidence p0"),
    ("DELETE FROM participation WHERE evidence = 1 AND ordinal = 1", "evidence p0"),
    ("UPDATE organization SET country = 'DE' WHERE id = 'kist'", "organization kist"),
    ("UPDATE organization SET kind = 'wizard' WHERE id = 'kist'", "organization kist"),
    ("UPDATE supporting_record SET content = '[]'", "person r1"),
    ("UPDATE application SET content = replace(content, 'a1', 'a2')", "application a1"),
    ("PRAGMA foreign_keys = OFF; DELETE FROM organization WHERE id = 'kist'", "database"),
    ("UPDATE registry_state SET value = 77 WHERE name = 'change_sequence'", "database"),
    ("UPDATE evidence SET kind = 'rumour' WHERE id = 'p5'", "database"),
  ])
  func `a record that was tampered with is named`(sql: String, place: String) throws {
    #expect(try Registry(path: path, mode: .readOnly).verify() == [])
    try RawDatabase(path: path).execute(sql)
    let problems = try Registry(path: path, mode: .readOnly).verify()
    #expect(problems.map(\.place).contains(place), "\(problems)")
  }

  /// SQLite leaves unused bytes in its pages; damage to them is no damage. Everything that can be read must be noticed.
  @Test(arguments: UInt64(1)...4)
  func `a flipped bit is found, or it changes nothing that can be read`(seed: UInt64) throws {
    let intact = try Data(contentsOf: URL(fileURLWithPath: path))
    let expected = try snapshot()
    var generator = SplitMix64(seed: seed)
    var foundCount = 0
    for _ in 0..<60 {
      var damaged = intact
      let position = Int.random(in: 0..<damaged.count, using: &generator)
      damaged[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      try damaged.write(to: URL(fileURLWithPath: path))
      if try isFound() {
        foundCount += 1
      } else {
        #expect(try snapshot() == expected, "byte \(position)")
      }
    }
    #expect(foundCount > 3)
  }

  private func isFound() throws -> Bool {
    do throws(RegistryError) {
      return try !Registry(path: path, mode: .readOnly).verify().isEmpty
    } catch {
      return true
    }
  }

  private func snapshot() throws -> [String] {
    let registry = try Registry(path: path, mode: .readOnly)
    let changes = try registry.collectedChanges(after: 0)
    return try changes.evidence.map { "\(try $0.decoded()) \($0.participants)" }
      + changes.organizations.map { "\($0)" } + changes.deletedEvidence.map(\.rawValue)
      + ["\(changes.sequence) \(try registry.counts()) \(try registry.application(id: "a1").debugDescription)"]
  }
}
