/// Who is right for which application, as it follows from how the forum was made.
///
/// A body's grade for a need: 2 where its strength in the need's topic is 2 or 3 and its kind is wanted, 1 where it has
/// some strength, or is a university one of whose laboratories has 2 or 3. For the application: 2 where a required need
/// is met with 2, else 1 where any need is met with 1 or 2. The applicant, its parent and its divisions get no grade.
package struct Judgments: Sendable {
  package struct NeedGrade: Sendable {
    package var application: String
    package var need: Int
    package var organization: String
    package var grade: Int
  }

  package struct ApplicationGrade: Sendable {
    package var application: String
    package var organization: String
    package var grade: Int
  }

  package private(set) var needs: [NeedGrade] = []
  package private(set) var applications: [ApplicationGrade] = []

  package init(applications entries: [ApplicationCase], organizations: [Organization]) {
    let laboratories = Dictionary(grouping: organizations.filter { $0.parent != nil }) { $0.parent ?? "" }
    for entry in entries {
      let applicantParent = organizations.first { $0.id == entry.applicant }?.parent
      for organization in organizations {
        if let applicant = entry.applicant {
          // The applicant itself, its divisions and the body it belongs to.
          let isSameBody = organization.id == applicant || organization.parent == applicant
          if isSameBody || organization.id == applicantParent { continue }
        }
        var best = 0
        for (index, need) in entry.needs.enumerated() {
          let grade = Self.grade(of: organization, for: need, laboratories: laboratories[organization.id, default: []])
          guard grade > 0 else { continue }
          needs.append(
            NeedGrade(application: entry.id, need: index, organization: organization.id, grade: grade))
          best = max(best, need.isRequired ? grade : 1)
        }
        if best > 0 {
          applications.append(
            ApplicationGrade(application: entry.id, organization: organization.id, grade: best))
        }
      }
    }
  }

  private static func grade(
    of organization: Organization, for need: ApplicationCase.Need, laboratories: [Organization]
  ) -> Int {
    guard let topic = need.topic else { return 0 }
    if organization.family == .university {
      return laboratories.contains { $0.strength(in: topic) >= 2 } ? 1 : 0
    }
    let strength = organization.strength(in: topic)
    let isWanted = need.kinds.isEmpty || need.kinds.contains(organization.kind)
    return strength == 0 ? 0 : strength >= 2 && isWanted ? 2 : 1
  }
}
