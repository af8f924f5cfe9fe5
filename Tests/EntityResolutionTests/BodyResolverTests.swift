import EntityResolution
import ParallelExecution
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct BodyResolverTests {
  private func facts(_ id: Int, _ name: String, city: String?, brn: String? = nil) -> BodyFacts {
    BodyFacts(
      OrganizationProfile(
        id: OrganizationID("b\(id)"), names: LocalizedText(name),
        identifiers: brn.map { [OrganizationIdentifier(scheme: "BRN", value: $0)] } ?? [], country: "KR", city: city))
  }

  @Test func `the first record of a body gives it its place`() {
    let bodies = [
      facts(0, "㈜한빛나노양자", city: "서울"), facts(1, "누리광학", city: "대전"), facts(2, "한빛나노양자 주식회사", city: "Seoul"),
      facts(3, "한빛나노양자", city: "부산"),
    ]
    let resolution = BodyResolver(executor: .serial).resolve(bodies)
    #expect(resolution.primaries == [0, 1, 0, 3])
    #expect(resolution.merged.map(\.other) == [2])
    #expect(resolution.held.map { [$0.primary, $0.other] } == [[0, 3]])
  }

  @Test func `a record that could be either of two namesakes is nobody's`() {
    let bodies = [
      facts(0, "한빛나노양자", city: "서울"), facts(1, "한빛나노양자", city: "부산"), facts(2, "㈜한빛나노양자", city: nil),
    ]
    let resolution = BodyResolver(executor: .serial).resolve(bodies)
    #expect(resolution.primaries == [0, 1, 2])
    #expect(resolution.held.count == 3)
  }

  @Test func `a chain of likenesses does not join what conflicts`() {
    let bodies = [
      facts(0, "한빛나노양자", city: "서울", brn: "1248100998"), facts(1, "한빛나노양자", city: "서울"),
      facts(2, "한빛나노양자", city: "서울", brn: "2208162517"),
    ]
    let resolution = BodyResolver(executor: .serial).resolve(bodies)
    #expect(resolution.primaries[0] != resolution.primaries[2])
  }

  @Test func `a record without a city does not join namesakes of two cities`() {
    let site = "https://hanbit-nano.com"
    func facts(_ id: Int, city: String?, homepage: String?) -> BodyFacts {
      BodyFacts(
        OrganizationProfile(
          id: OrganizationID("b\(id)"), names: "한빛나노양자", country: "KR", city: city, homepage: homepage))
    }
    let bodies = [
      facts(0, city: "서울", homepage: site), facts(1, city: "부산", homepage: nil), facts(2, city: nil, homepage: site),
    ]
    #expect(BodyResolver(executor: .serial).resolve(bodies).primaries == [0, 1, 0])
  }

  @Test(arguments: [1, 2, 7])
  func `the same at any number of threads, and as when every pair is compared`(threadCount: Int) {
    var random = SplitMix64(seed: 11)
    let stems = ["한빛나노", "누리광학소", "가람정밀소", "다온소자나", "마루양자나", "새솔전지라"]
    let cities = ["서울", "부산", nil]
    let bodies = (0..<120).map { id in
      facts(
        id, stems[Int(random.next() % 6)] + ["", "㈜", " 주식회사", "연구소"][Int(random.next() % 4)],
        city: cities[Int(random.next() % 3)])
    }
    let resolution = BodyResolver(executor: ParallelExecutor(threadCount: threadCount)).resolve(bodies)
    let serial = BodyResolver(executor: .serial).resolve(bodies)
    #expect(resolution.primaries == serial.primaries)
    #expect(resolution.held == serial.held)
    for pair in resolution.merged {
      let score = PairScorer().score(bodies[pair.primary], bodies[pair.other])
      #expect(!score.isForbidden)
    }
  }

  @Test func `records that may be one share a blocking key`() {
    let pairs = [
      ("㈜한빛나노양자", "한빛나노양자 주식회사"), ("Garam Quantum Devices Inc.", "Garam Qauntum Devices"),
      ("가람대학교", "가람대학교 산학협력단"), ("Wien Universität", "University of Wien"), ("한빛나노양자", "한빚나노양자"),
    ]
    for (left, right) in pairs {
      let keys = Set(BlockingKeys.keys(of: facts(0, left, city: "서울")))
      #expect(!keys.isDisjoint(with: BlockingKeys.keys(of: facts(1, right, city: "서울"))), "\(left) and \(right)")
    }
  }
}
