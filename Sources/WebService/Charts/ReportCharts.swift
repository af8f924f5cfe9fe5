public import ForumDesk

/// The drawings that a printed report asks for by name.
public struct ReportCharts: Sendable {
  private let landscape: Landscape
  private let statistics: ForumStatistics

  public init(_ report: ForumReport) { (landscape, statistics) = (report.landscape, report.statistics) }

  /// - Parameter width: in CSS pixels; 680 suits the text of an A4 page.
  public func svg(_ chart: ReportChart, language: Language, width: Int = 680) -> String {
    let charts = LandscapeCharts(landscape)
    switch chart {
    case .demandAndSupply: return charts.demandAndSupply.svg(language: language, id: "demand-supply", width: width)
    case .demandByRegion: return charts.demandByRegion.svg(language: language, id: "demand-region", width: width)
    case .outcomes: return OutcomeCharts(statistics).stages.svg(language: language, id: "outcomes", width: width)
    }
  }
}
