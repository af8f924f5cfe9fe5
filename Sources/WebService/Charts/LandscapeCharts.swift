public import ForumDesk

/// The drawings of a landscape.
public struct LandscapeCharts: Sendable {
  /// Fields that a drawing shows, at most; the table holds them all.
  public static let fieldLimit = 14

  private let landscape: Landscape

  public init(_ landscape: Landscape) { self.landscape = landscape }

  private static let fieldName = Bilingual("분야", "Field")

  /// Needs beside organisations, by field.
  public var demandAndSupply: BarChart {
    let rows = landscape.leadingRows(limit: Self.fieldLimit)
    let withoutSupply = rows.count { $0.total.needCount > 0 && $0.total.organizationCount == 0 }
    return BarChart(
      title: Bilingual("분야별 수요와 공급", "Demand and supply by field"),
      summary: Bilingual(
        "막대그래프. 분야 \(rows.count)개의 신청 필요와 근거 있는 기관 수. 기관이 없는 분야는 \(withoutSupply)개.",
        "Bar chart of needs and of organisations with evidence in \(rows.count) fields; \(withoutSupply) fields with needs "
          + "have no organisation."),
      categoryName: Self.fieldName, categories: rows.map(\.field.name),
      series: [
        ChartSeries(name: Bilingual("수요: 필요", "Demand: needs"), values: rows.map { Double($0.total.needCount) }),
        ChartSeries(
          name: Bilingual("공급: 기관", "Supply: organisations"), values: rows.map { Double($0.total.organizationCount) }),
      ])
  }

  /// Needs by field and region of the applicants.
  public var demandByRegion: HeatMap {
    map(
      Bilingual("분야와 지역별 수요", "Demand by field and region"),
      Bilingual("격자 그림. 신청기관 지역별 필요의 수.", "Grid of needs by field and by the applicants' region.")
    ) { $0.needCount }
  }

  /// Organisations by field and region.
  public var supplyByRegion: HeatMap {
    map(
      Bilingual("분야와 지역별 공급", "Supply by field and region"),
      Bilingual("격자 그림. 지역별 근거 있는 기관의 수.", "Grid of organisations with evidence by field and region.")
    ) { $0.organizationCount }
  }

  /// Needs less organisations: above zero there are more needs than bodies that could meet them.
  public var balanceByRegion: HeatMap {
    var map = map(
      Bilingual("분야와 지역별 수급 차이", "Balance by field and region"),
      Bilingual(
        "격자 그림. 필요의 수에서 기관의 수를 뺀 값. 0보다 크면 부족.",
        "Grid of needs less organisations by field and region; above zero means a lack.")
    ) { $0.needCount - $0.organizationCount }
    map.scale = .differences
    return map
  }

  private func map(_ title: Bilingual, _ summary: Bilingual, _ value: (Landscape.Amount) -> Int) -> HeatMap {
    let rows = landscape.leadingRows(limit: Self.fieldLimit)
    let regions = landscape.regions.filter { region in
      rows.contains { row in row.regions[region].map { value($0) != 0 } ?? false }
    }
    return HeatMap(
      title: title, summary: summary, rowName: Self.fieldName, rows: rows.map(\.field.name),
      columns: regions.map(\.name),
      values: rows.map { row in regions.map { Double(row.regions[$0].map(value) ?? 0) } })
  }
}
