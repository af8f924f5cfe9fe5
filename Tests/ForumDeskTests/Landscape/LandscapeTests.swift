import ForumDesk
import ForumRecords
import ResearchProfiles
import Testing

@Suite struct LandscapeTests {
  private func application(
    _ receipt: String, needs: [String], field: String? = nil, region: String? = "서울특별시",
    status: ApplicationStatus = .published
  ) -> ForumApplication {
    var stored = ForumApplication(
      receipt: receipt,
      application: Application(id: receipt, title: "공동연구", needs: needs.map { Need(statement: $0) }))
    stored.field = field
    stored.region = region
    stored.status = status
    return stored
  }

  private let seoul = ForumRegion(region: "서울")
  private let daejeon = ForumRegion(region: "Daejeon")

  private func supply(_ amounts: [(String?, ForumRegion, Int, Int)]) -> SupplyCounts {
    var counts = SupplyCounts(sequence: 1)
    for (field, region, organizations, evidence) in amounts {
      counts.amounts[.init(field: field, region: region)] = .init(
        organizationCount: organizations, evidenceCount: evidence)
      let known = counts.fieldAmounts[field]
      counts.fieldAmounts[field] = .init(
        organizationCount: (known?.organizationCount ?? 0) + organizations,
        evidenceCount: (known?.evidenceCount ?? 0) + evidence)
    }
    return counts
  }

  @Test func `needs count to the field that their words tell, else to the application's`() throws {
    let landscape = Landscape(
      applications: [
        application("1", needs: ["극저온 희석냉동기", "함께 할 기관"], field: "quantum.sensing"),
        application("2", needs: ["리튬 이차전지 전고체 배터리"], region: "대전"),
      ], supply: SupplyCounts())
    let sensing = try #require(landscape["quantum.sensing"])
    #expect(sensing.total.needCount == 1 && sensing.total.applicationCount == 1)
    #expect(landscape["quantum.enabling"]?.regions[seoul]?.needCount == 1)
    #expect(landscape["energy.storage"]?.regions[daejeon]?.needCount == 1)
    #expect(landscape.applicationCount == 2)
    #expect(landscape.demandGrounds.total == 3 && landscape.demandGrounds.code == 1)
    #expect(landscape.regions == [seoul, daejeon])
  }

  @Test func `withdrawn applications and those that want courses only are left out`() {
    var course = application("2", needs: ["qkd"])
    course.wantsJointResearch = false
    let landscape = Landscape(
      applications: [application("1", needs: ["qkd"], status: .withdrawn), course], supply: SupplyCounts())
    #expect(landscape.applicationCount == 0 && landscape.rows.isEmpty && landscape.gaps.isEmpty)
  }

  @Test func `an application without needs counts as one need, of unknown field where it says nothing`() throws {
    let landscape = Landscape(applications: [application("1", needs: [], region: nil)], supply: SupplyCounts())
    let row = try #require(landscape[nil])
    #expect(row.total.needCount == 1 && row.regions == [.unknown: row.total])
    #expect(landscape.demandGrounds.none == 1 && landscape.gaps.isEmpty)
  }

  @Test func `demand stands beside supply, and gaps are told, the worst first`() throws {
    let landscape = Landscape(
      applications: [
        application("1", needs: ["a"], field: "quantum.sensing"),
        application("2", needs: ["b"], field: "quantum.sensing"),
        application("3", needs: ["c"], field: "quantum.communication"),
        application("4", needs: ["d"], field: "energy.storage"), application("5", needs: ["e"], field: "ai.vision"),
      ],
      supply: supply([
        ("quantum.sensing", seoul, 1, 7), ("energy.storage", daejeon, 3, 9), ("ai.vision", seoul, 4, 4),
        (nil, seoul, 2, 2),
      ]))
    #expect(landscape["quantum.sensing"]?.total.organizationCount == 1)
    #expect(landscape["energy.storage"]?.regions[daejeon]?.evidenceCount == 9)
    #expect(landscape.gaps.map(\.kind) == [.noSupply, .thinSupply, .elsewhereOnly])
    #expect(landscape.gaps.map(\.field.id) == ["quantum.communication", "quantum.sensing", "energy.storage"])
    #expect(landscape.gaps[2].region == seoul && landscape.gaps[2].nearest == [daejeon])
    #expect(landscape.gaps[1].sentence.korean == "양자센싱: 필요 2건에 기관 1곳뿐입니다 (서울).")
    #expect(landscape.rows.last?.field.id == nil)
    #expect(landscape.leadingRows(limit: 2).map(\.field.id) == ["quantum.sensing", "ai.vision"])
  }

  @Test func `areas take up their fields, and totals of rows are those of the regions for demand`() throws {
    let applications = (0..<60).map { number in
      application(
        "\(number)", needs: Array(repeating: "x", count: number % 3),
        field: ["quantum.sensing", "quantum.optics", "ai.data", nil][number % 4],
        region: ["서울", "대전", "Busan", nil, "경기도"][number % 5])
    }
    let fields = Landscape(applications: applications, supply: SupplyCounts())
    let areas = Landscape(applications: applications, supply: SupplyCounts(), level: .areas)
    #expect(areas.rows.map(\.field.id) == ["quantum", "ai", nil])
    for landscape in [fields, areas] {
      for row in landscape.rows {
        #expect(row.total.needCount == row.regions.values.reduce(0) { $0 + $1.needCount })
        #expect(row.total.applicationCount <= row.total.needCount)
      }
      #expect(landscape.rows.reduce(0) { $0 + $1.total.needCount } == landscape.demandGrounds.total)
    }
    #expect(areas["quantum"]?.total.needCount == 40)
    #expect(fields == Landscape(applications: applications.reversed(), supply: SupplyCounts()))
  }

  static let forms: [(String?, String?, String)] = [
    ("서울특별시", nil, "서울"), ("Seoul", "KR", "서울"), ("경기도 성남시", nil, "경기"), ("충청북도", "KR", "충북"),
    ("Gyeongsangnam-do", nil, "경남"), ("전북특별자치도", nil, "전북"), ("Bayern", "DE", "abroad"), ("abroad", nil, "abroad"),
    ("서울", "US", "abroad"),
    (nil, "KR", "unknown"), ("Nowhere", nil, "unknown"), ("", "", "unknown"), ("제주특별자치도", "kr", "제주"),
  ]

  @Test(arguments: forms)
  func `regions are read in the forms of sources`(region: String?, country: String?, code: String) {
    #expect(ForumRegion(region: region, country: country).code == code)
  }

  @Test func `regions have an order and names in both languages`() {
    #expect(ForumRegion.all.count == 19 && ForumRegion.all == ForumRegion.all.sorted())
    #expect(Set(ForumRegion.all.map(\.code)).count == 19)
    #expect(ForumRegion.all.last?.name.english == "Region unknown")
  }
}
