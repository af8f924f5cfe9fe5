public import ForumRecords

extension IntakeDraft {
  /// The draft as an application that the forum's store takes in.
  public func forumApplication(
    channel: SubmissionChannel, language: Language, submitted: ForumTime = ForumTime(secondsSinceEpoch: 0),
    sourceKey: String? = nil
  ) -> ForumApplication {
    ForumApplication(
      application: application, submitted: submitted, channel: channel, language: language.rawValue,
      wantedKinds: wantedKinds, wantedRegions: wantedRegions, field: field, readinessLevel: readinessLevel,
      budgetMillionWon: budgetMillionWon, wantedRole: wantedRole, region: region,
      courses: (purposes.contains(.commercialisationCourse) ? [.commercialisation] : [])
        + (purposes.contains(.industryCourse) ? [.industry] : []),
      wantsJointResearch: wantsJointResearch, wantsCounselling: wantsCounselling, sourceKey: sourceKey)
  }

  /// What a stored application says, for showing it in the form again. The home page is not stored with it.
  public init(_ stored: ForumApplication) {
    self.init()
    purposes = IntakePurpose.allCases.filter { purpose in
      switch purpose {
      case .jointResearch: stored.wantsJointResearch
      case .commercialisationCourse: stored.courses.contains(.commercialisation)
      case .industryCourse: stored.courses.contains(.industry)
      case .counselling: stored.wantsCounselling
      }
    }
    application = stored.application
    region = stored.region
    field = stored.field
    wantedKinds = stored.wantedKinds
    wantedRegions = stored.wantedRegions
    readinessLevel = stored.readinessLevel
    budgetMillionWon = stored.budgetMillionWon
    wantedRole = stored.wantedRole
  }
}
