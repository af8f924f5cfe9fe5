import ResearchFields
import ResearchProfiles
import Testing

struct FieldClassifierTests {
  private let classifier = FieldClassifier.standard

  private func first(_ text: String) -> String? { classifier.fields(text: text).first?.field }

  @Test func `every field has two names and a parent of the first level`() {
    let list = FieldList.standard
    #expect(list.fields.count { $0.parentID == nil } == 14)
    for field in list.fields {
      guard let parent = field.parentID else { continue }
      #expect(list[parent]?.parentID == nil)
      #expect(field.id.hasPrefix(parent + "."))
    }
    #expect(list["quantum.sensing"]?.korean == "양자센싱")
  }

  @Test(
    arguments: [
      (ClassificationScheme.patents, "G06N 10/40", nil, "quantum.computing", 0.75),
      (.patents, "G06N 3/08", nil, "ai.learning", 0.75), (.patents, "H04L 9/08", nil, "ict.security", 0.9),
      (.patents, "H04B10/70", nil, "quantum.communication", 0.9), (.koreanStandard, "NB", nil, "science.physics", 0.9),
      (.koreanStandard, "EE0408", nil, "ict", 0.6), (.koreanStandard, "EE01", "물리학", "science.physics", 0.9),
      (.oecd, "2.10", nil, "materials.advanced", 0.9), (.oecd, "2.1", nil, "manufacturing.construction", 0.9),
      (.oecd, "3.9", nil, "bio-health", 0.6),
      (.euroSciVoc, "/natural sciences/physical sciences/quantum physics/quantum optics", nil, "quantum.optics", 0.9),
      (.euroSciVoc, "machine learning", nil, "ai.learning", 0.9),
      (
        .euroSciVoc, "/engineering and technology/mechanical engineering/something new", nil, "manufacturing.mechanics",
        0.75
      ),
    ] as [(ClassificationScheme, String, String?, String, Double)])
  func `codes and names lead to fields`(
    scheme: ClassificationScheme, code: String, name: String?, field: String, confidence: Double
  ) {
    let code = ClassificationCode(scheme: scheme, code: code, name: name)
    let found = classifier.fields(codes: [code], text: "이 글은 로봇에 대한 것이다")
    #expect(found == [FieldAssignment(field: field, confidence: confidence, reason: .code(code))])
  }

  @Test func `a field of the first level says nothing beside one below it`() {
    let found = classifier.fields(codes: [
      ClassificationCode(scheme: .oecd, code: "3"), ClassificationCode(scheme: .patents, code: "A61K"),
    ])
    #expect(found.map(\.field) == ["bio-health.drugs"])
  }

  @Test(arguments: [
    ("초전도 큐비트 기반 양자컴퓨터의 오류 완화", "quantum.computing"),
    ("다이아몬드 질소 공동 중심을 쓰는 양자센서와 자력계", "quantum.sensing"),
    ("도시 광섬유망에서의 양자키분배 실증과 양자 중계기", "quantum.communication"),
    ("격자기반 암호로 구현한 양자내성암호 하드웨어", "quantum.security"),
    ("Variational quantum algorithms and quantum machine learning on noisy hardware", "quantum.software"),
    ("전고체 이차전지용 리튬 전해질", "energy.storage"), ("태양전지 효율을 높이는 페로브스카이트 태양광 모듈", "energy.renewables"),
    ("항암 신약 후보물질과 백신의 약물 전달", "bio-health.drugs"),
    ("Deep learning for medical imaging: neural networks that diagnose cancer patients", "ai.learning"),
    ("자율주행 전기차의 라이다 인지", "mobility.automotive"),
    ("Warehouse logistics and last mile supply chains", "mobility.logistics"),
    ("협동로봇 매니퓰레이터의 힘 제어", "manufacturing.robotics"), ("반도체 웨이퍼 공정의 집적회로 결함 검사", "electronics.semiconductors"),
    ("Portfolio optimisation and credit scoring for banks", "finance.markets"),
    ("저궤도 위성과 우주 발사체", "space-defence.space"), ("Wastewater treatment and desalination membranes", "environment.water"),
    ("Teaching and student psychology in schools", "society.education"),
  ])
  func `text leads to a field where no code does`(text: String, field: String) {
    let found = first(text)
    #expect(found == field || found?.hasPrefix(field + ".") == true, "\(classifier.fields(text: text))")
  }

  @Test func `confidence grows with what is found and never says more than it may`() {
    let little = classifier.fields(text: "qubit")
    let much = classifier.fields(text: "qubit, quantum processor, transmon, quantum circuit, quantum annealing")
    #expect(little.first?.field == "quantum.computing" && much.first?.field == "quantum.computing")
    #expect((little.first?.confidence ?? 1) < (much.first?.confidence ?? 0))
    #expect(much.allSatisfy { $0.confidence <= FieldClassifier.mostConfidenceOfText })
    #expect(classifier.fields(text: "the of and") == [])
    #expect(classifier.fields(text: "") == [])
  }

  @Test func `English terms begin words and Korean ones stand anywhere`() {
    #expect(first("subqubit") == nil)
    #expect(first("초전도큐비트를") == "quantum.computing")
  }

  @Test func `a wrong line of a table is named`() {
    #expect(throws: FieldList.Defect(table: "codes.tsv", line: 2, reason: "the scheme or the field is unknown")) {
      try FieldList(fields: Array("a\t\t가\tA\n".utf8), codes: Array("# x\nIPC\tA\tb\t\n".utf8), terms: [])
    }
  }

  @Test func `several texts count together, and no term reaches from one into the next`() {
    #expect(
      classifier.fields(codes: [], texts: ["qubit", "quantum processor"]).map(\.field)
        == classifier.fields(text: "qubit. quantum processor").map(\.field))
    let trie = TermTrie(["quantum processor", "processor"])
    #expect(trie.hits(in: ["a quantum processor"]).map(\.term) == [0, 1])
    #expect(trie.hits(in: ["a quantum", "processor"]).map(\.term) == [1])
    #expect(classifier.fields(codes: [], texts: ["양자컴", "퓨터"]).first?.field != "quantum.computing")
  }

  @Test(arguments: UInt64(1)...4)
  func `terms are counted as looking for each one does`(seed: UInt64) {
    var state = seed
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let list = FieldList.standard
    let separators = [" ", ", ", "-", "", " (", "\n\t", "; é", " X", " 의 "]
    for _ in 0..<40 {
      var text = ""
      for _ in 0..<30 {
        let term = list.terms[random(list.terms.count)].term
        text += (random(3) == 0 ? term.uppercased() : term) + separators[random(separators.count)]
      }
      var expected: [String: Int] = [:]
      let plain = Self.plain(text) + " "
      for (_, term) in list.terms {
        let wanted = Self.plain(term) + (term.unicodeScalars.last.map { Self.isWord($0) } == false ? " " : "")
        let count = Self.count(of: wanted, in: plain)
        if count > 0 { expected[term, default: 0] = count }
      }
      let found = TermTrie(list.terms.map(\.term)).hits(in: [text])
      #expect(
        Dictionary(found.map { (list.terms[$0.term].term, $0.count) }, uniquingKeysWith: { a, _ in a }) == expected)
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII || scalar.properties.isAlphabetic || scalar.value >= 0x30 && scalar.value <= 0x39
  }

  private static func plain(_ text: String) -> String {
    let letters = text.unicodeScalars.map { isWord($0) ? Character($0) : " " }
    return String(letters).lowercased().split(separator: " ").joined(separator: " ")
  }

  /// Occurrences at the beginnings of words, or anywhere where the term begins beyond ASCII.
  private static func count(of term: String, in text: String) -> Int {
    let (term, text) = (Array(term.utf8), Array(text.utf8))
    guard text.count >= term.count else { return 0 }
    return (0...(text.count - term.count)).count { start in
      (start == 0 || text[start - 1] == 0x20 || term[0] >= 0x80) && text[start..<start + term.count].elementsEqual(term)
    }
  }
}
