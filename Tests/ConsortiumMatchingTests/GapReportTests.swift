import ConsortiumMatching
import Testing

@Suite struct GapReportTests {
  private func demand(
    _ application: Int, _ levels: [CoverageLevel], isRequired: Bool = true
  ) -> GapProblem.Demand {
    .init(
      application: application, need: ConsortiumNeed(statement: "\(application)", isRequired: isRequired),
      supplies: levels.enumerated().map { .init(body: $0.offset, level: $0.element) })
  }

  @Test func `needs that nobody meets come first by urgency, with whoever comes nearest`() {
    let report = GapReport(
      GapProblem(demands: [
        demand(0, [.none, .none], isRequired: false), demand(1, [.none, .low]), demand(2, [.high, .medium]),
      ]))
    #expect(report.unmet.map(\.demand) == [1, 0])
    #expect(report.unmet.map(\.nearest) == [1, nil])
    #expect(report.unmet.map(\.bestLevel) == [.low, .none])
    #expect(report.wellMetCount == 1)
  }

  @Test func `a body that alone meets several needs is named with them`() {
    let report = GapReport(
      GapProblem(demands: [
        demand(0, [.high, .low]), demand(0, [.medium, .none]), demand(1, [.veryHigh, .none]),
        demand(2, [.none, .high]),
      ]))
    #expect(report.soleSuppliers.map(\.body) == [0, 1])
    #expect(report.soleSuppliers.map(\.demands) == [[0, 1, 2], [3]])
    #expect(report.soleSuppliers.map(\.applicationCount) == [2, 1])
  }

  @Test func `an offer that meets nobody's need is unwanted`() {
    let offers: [GapProblem.Offer] = [
      .init(application: 0, statement: "a", bestDemand: .high), .init(application: 1, statement: "b", bestDemand: .low),
    ]
    #expect(GapReport(GapProblem(demands: [], offers: offers)).unwantedOffers == [1])
  }
}
