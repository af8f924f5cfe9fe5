import ForumDesk
import ForumRecords
import ResearchProfiles
import Testing
import WebService

@Suite struct LandscapeChartsTests {
  private let seoul = ForumRegion(region: "서울")
  private let busan = ForumRegion(region: "부산")

  private var landscape: Landscape {
    let applications = ["quantum.sensing", "quantum.sensing", "ai.data"].enumerated().map { number, field in
      var stored = ForumApplication(
        receipt: "\(number)", application: Application(id: "\(number)", needs: [Need(statement: "x")]))
      (stored.field, stored.region) = (field, "서울")
      return stored
    }
    var supply = SupplyCounts()
    supply.amounts[.init(field: "quantum.sensing", region: busan)] = .init(organizationCount: 5, evidenceCount: 9)
    supply.fieldAmounts["quantum.sensing"] = .init(organizationCount: 5, evidenceCount: 9)
    return Landscape(applications: applications, supply: supply)
  }

  @Test func `bars set needs beside organisations`() {
    let table = LandscapeCharts(landscape).demandAndSupply.accompanyingTable(language: .english)
    #expect(table.rows.map(\.heading) == ["Quantum sensing and metrology", "Data science"])
    #expect(table.rows.map(\.cells) == [["2", "5"], ["1", "0"]])
    #expect(LandscapeCharts(landscape).demandAndSupply.summary.english.contains("1 fields with needs"))
  }

  @Test func `maps have the regions where there is something, and balances have signs`() {
    let charts = LandscapeCharts(landscape)
    #expect(charts.demandByRegion.accompanyingTable(language: .korean).columnHeadings == ["서울"])
    #expect(charts.supplyByRegion.accompanyingTable(language: .korean).columnHeadings == ["부산"])
    let balance = charts.balanceByRegion.accompanyingTable(language: .korean)
    #expect(balance.columnHeadings == ["서울", "부산"])
    #expect(balance.rows.map(\.cells) == [["+2", "−5"], ["+1", "0"]])
  }

  @Test(arguments: [ReportChart.demandAndSupply, .demandByRegion, .outcomes], Language.allCases)
  func `a report's charts are drawn, also of an empty forum`(chart: ReportChart, language: Language) {
    for applications in [[], [ForumApplication(application: Application(id: "1"))]] {
      let report = ForumReport(
        forumName: Bilingual("포럼", "Forum"), statistics: ForumStatistics(applications: applications),
        landscape: Landscape(applications: applications, supply: SupplyCounts()))
      #expect(SVGShape(ReportCharts(report).svg(chart, language: language)) != nil)
    }
  }
}
