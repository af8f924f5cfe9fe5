import ConsortiumMatching
import Foundation
public import ResearchProfiles

/// What an officer knows of bodies beyond their profiles, for rules: from a JSON file that names bodies by id.
///
/// `{"kist": {"marks": [], "running_projects": 4, "leading_projects": 2, "government_share_percent": 75, "group": "g"}}`;
/// an empty list of marks says that somebody has looked and found none.
public struct StatedFacts: Decodable, Hashable, Sendable {
  public var marks: [String]?
  public var runningProjects: Int?
  public var leadingProjects: Int?
  public var governmentSharePercent: Int?
  public var group: String?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case marks, group
    case runningProjects = "running_projects"
    case leadingProjects = "leading_projects"
    case governmentSharePercent = "government_share_percent"
  }

  /// - Throws: ``ConsortiumInputError`` for a file that is not of this shape.
  public static func read(path: String) throws -> [OrganizationID: StatedFacts] {
    let decoded: [String: StatedFacts] = try JSONInput.read(
      path: path, shape: "{\"ORGANISATION\": {\"marks\": [], \"running_projects\": 4}}")
    return Dictionary(uniqueKeysWithValues: decoded.map { (OrganizationID($0.key), $0.value) })
  }

  func complete(_ facts: inout MemberFacts) {
    if let marks { facts.marks = Set(marks) }
    if let runningProjects { facts.runningProjectCount = runningProjects }
    if let leadingProjects { facts.leadingProjectCount = leadingProjects }
    if let governmentSharePercent { facts.governmentSharePercent = governmentSharePercent }
    if let group { facts.group = group }
  }
}
