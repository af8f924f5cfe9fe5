import PartnerDiscovery
import Testing

@Suite struct EvaluationOfExposureTests {
  private func rankings(_ rows: [[String]]) -> [[TrecIdentifier]] { rows.map { $0.map { TrecIdentifier($0) } } }

  @Test func `equal exposure has a Gini coefficient of zero`() throws {
    let exposure = ExposureStatistics(rankings: rankings([["a", "b"], ["c", "d"]]))
    #expect(exposure.shownCount == 4)
    #expect(exposure.gini == 0)
    #expect(exposure.topTenShare == 1)
  }

  @Test func `the coefficient is half the relative mean difference`() throws {
    let rows = [["a", "b", "c"], ["a", "b"], ["a"], ["a"]]
    let counts = [4.0, 2, 1, 0, 0]
    let differences = counts.flatMap { first in counts.map { abs(first - $0) } }.reduce(0, +)
    let gini = try #require(ExposureStatistics(rankings: rankings(rows), poolSize: 5).gini)
    #expect(abs(gini - differences / (2 * 25 * 7 / 5)) < 1e-12)
  }

  @Test func `only the first ten places count`() {
    let ranking = (0..<30).map { "d\($0)" }
    #expect(ExposureStatistics(rankings: rankings([ranking])).shownCount == 10)
  }

  @Test func `a run that shows nothing has no shares`() {
    let exposure = ExposureStatistics(rankings: rankings([[]]))
    #expect(exposure.gini == nil)
    #expect(exposure.topTenShare == nil)
  }
}
