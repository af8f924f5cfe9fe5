/// What brings an applicant to the forum. Several at once are usual.
public enum IntakePurpose: String, CaseIterable, Hashable, Sendable, Codable {
  case jointResearch = "joint_research"
  case commercialisationCourse = "commercialisation"
  case industryCourse = "industry"
  case counselling

  static let courses = [commercialisationCourse, industryCourse]
}
