public import ForumDesk
import ForumRecords

/// The drawings of what came of a forum.
public struct OutcomeCharts: Sendable {
  private let statistics: ForumStatistics
  private let reasonNames: [String: Bilingual]

  /// - Parameter reasonNames: by code; a code without a name is shown as it is.
  public init(_ statistics: ForumStatistics, reasonNames: [String: Bilingual] = [:]) {
    self.statistics = statistics
    self.reasonNames = reasonNames
  }

  /// How many introductions came to each stage.
  public var stages: BarChart {
    let (introduced, funded) = (statistics.introductionCount, statistics.stages.first { $0.stage == .funded })
    return BarChart(
      title: Bilingual("단계별 성과", "Outcomes by stage"),
      summary: Bilingual(
        "막대그래프. 소개 \(introduced)건 가운데 각 단계에 도달한 수. 선정 \(funded?.reachedCount ?? 0)건.",
        "Bar chart of how many of \(introduced) introductions came to each stage; \(funded?.reachedCount ?? 0) were funded."
      ),
      categoryName: Bilingual("단계", "Stage"), categories: statistics.stages.map { Bilingual($0.stage) },
      series: [
        ChartSeries(name: Bilingual("도달", "Reached"), values: statistics.stages.map { Double($0.reachedCount) }),
        ChartSeries(name: Bilingual("현재", "Now there"), values: statistics.stages.map { Double($0.restingCount) }),
      ])
  }

  /// Why the answer was no, most frequent first.
  public var reasonsForNo: BarChart {
    BarChart(
      title: Bilingual("거절과 종결의 사유", "Reasons for no and for ends"),
      summary: Bilingual("막대그래프. 사유별 건수.", "Bar chart of the reasons."),
      categoryName: Bilingual("사유", "Reason"),
      categories: statistics.reasonsForNo.map { entry in
        entry.reason.isEmpty
          ? Bilingual("사유 없음", "No reason given") : reasonNames[entry.reason] ?? Bilingual(both: entry.reason)
      },
      series: [
        ChartSeries(
          name: Bilingual("건수", "Count"), values: statistics.reasonsForNo.map { Double($0.count) })
      ])
  }

  /// Applications that want each course.
  public var courseDemand: BarChart {
    BarChart(
      title: Bilingual("교육과정 수요", "Demand for courses"),
      summary: Bilingual("막대그래프. 과정별 신청 수.", "Bar chart of applications by course."),
      categoryName: Bilingual("과정", "Course"), categories: statistics.courseDemand.map { Bilingual($0.key) },
      series: [
        ChartSeries(name: Bilingual("신청", "Applications"), values: statistics.courseDemand.map { Double($0.count) })
      ])
  }
}
