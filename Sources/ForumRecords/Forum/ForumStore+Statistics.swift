import GRDB
import ResearchProfiles

extension ForumStore {
  /// How many applications there are of each sort, among those that a filter admits, on one snapshot.
  ///
  /// - Complexity: linear in the number of applications.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func applicationStatistics(
    _ filter: ApplicationFilter = ApplicationFilter()
  ) throws(ForumStoreError) -> ApplicationStatistics {
    try read { database in
      let conditions = try filter.conditions()
      func counts(_ column: String) throws -> [NamedCount] {
        try database.rows(
          """
          SELECT coalesce(\(column), '') AS name, count(*) AS count FROM application\(conditions.clause)
          GROUP BY 1 ORDER BY 2 DESC, 1
          """, conditions.arguments
        ).map { NamedCount(name: try $0.value("name"), count: try $0.value("count")) }
      }
      var statistics = ApplicationStatistics()
      statistics.byStatus = Self.ordered(try counts("status"), ApplicationStatus.allCases.map(\.rawValue))
      statistics.byChannel = Self.ordered(try counts("channel"), SubmissionChannel.allCases.map(\.rawValue))
      statistics.byKind = Self.ordered(try counts("applicant_kind"), OrganizationKind.allCases.map(\.rawValue) + [""])
      statistics.byField = try counts("field")
      statistics.byRegion = try counts("region")
      statistics.byCountry = try counts("country")
      statistics.byDay = try database.rows(
        """
        SELECT date(submitted, 'unixepoch', '+9 hours') AS name, count(*) AS count
        FROM application\(conditions.clause) GROUP BY 1 ORDER BY 1
        """, conditions.arguments
      ).map { NamedCount(name: try $0.value("name") ?? "", count: try $0.value("count")) }
      let sums = try database.row(
        """
        SELECT count(*) AS total, total(is_commercialisation) AS commercialisation, total(is_industry) AS industry,
          total(wants_joint_research) AS joint, total(wants_counselling) AS counselling, count(purged) AS purged
        FROM application\(conditions.clause)
        """, conditions.arguments)
      guard let sums else { return statistics }
      statistics.total = try sums.value("total")
      statistics.byCourse = try Course.allCases.map {
        NamedCount(name: $0.rawValue, count: try sums.value($0.rawValue))
      }
      statistics.jointResearchCount = try sums.value("joint")
      statistics.counsellingCount = try sums.value("counselling")
      statistics.purgedCount = try sums.value("purged")
      return statistics
    }
  }

  /// What came of suggestions, introductions and counselling, on one snapshot.
  ///
  /// - Complexity: linear in their number.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func outcomeStatistics() throws(ForumStoreError) -> OutcomeStatistics {
    try read { database in
      func counts(_ names: String, _ source: String) throws -> [NamedCount] {
        try database.rows(
          "SELECT \(names) AS name, count(*) AS count FROM \(source) GROUP BY 1 ORDER BY 2 DESC, 1"
        ).map { NamedCount(name: try $0.value("name"), count: try $0.value("count")) }
      }
      var statistics = OutcomeStatistics()
      statistics.releasedSuggestionCount = try database.count("SELECT count(*) FROM suggestion WHERE is_released")
      statistics.interestByAnswer = Self.ordered(
        try counts("answer", "interest"), InterestAnswer.allCases.map(\.rawValue))
      statistics.interestReasons = try counts("coalesce(reason, '')", "interest WHERE answer = 'no'")
      statistics.introductionCount = try database.count("SELECT count(*) FROM introduction")
      statistics.introductionsByState = Self.ordered(
        try counts("state", "introduction"), Introduction.State.allCases.map(\.rawValue))
      statistics.introductionsByStage = Self.ordered(
        try counts("stage", "(SELECT DISTINCT introduction, stage FROM outcome_event)"),
        OutcomeEvent.Stage.allCases.map(\.rawValue))
      statistics.reasonsByStage = try OutcomeEvent.Stage.allCases.flatMap { stage in
        try counts("reason", "outcome_event WHERE reason IS NOT NULL AND stage = '\(stage.rawValue)'").map {
          OutcomeStatistics.StageReason(stage: stage, reason: $0.name, count: $0.count)
        }
      }
      statistics.counsellingByStatus = Self.ordered(
        try counts("status", "counselling_session"), CounsellingSession.Status.allCases.map(\.rawValue))
      statistics.referralsByCourse = Self.ordered(
        try counts("referral", "counselling_session WHERE referral IS NOT NULL"), Course.allCases.map(\.rawValue))
      return statistics
    }
  }

  /// The counts of a fixed set of names, in its order.
  private static func ordered(_ counts: [NamedCount], _ names: [String]) -> [NamedCount] {
    names.map { name in counts.first { $0.name == name } ?? NamedCount(name: name, count: 0) }
  }
}
