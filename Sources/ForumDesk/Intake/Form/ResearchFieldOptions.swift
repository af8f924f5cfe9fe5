/// The fields of research that the form offers, by the codes of the forum's list of two levels.
enum ResearchFieldOptions {
  /// In the order of the list; those of the second level are grouped under those of the first.
  static let all: [IntakeOption] = {
    var groups: [Substring: Bilingual] = [:]
    return table.split(separator: "\n").map { line in
      let cells = line.split(separator: "|")
      let label = Bilingual(String(cells[1]), String(cells[2]))
      let parent = cells[0].prefix { $0 != "." }
      if groups[parent] == nil { groups[parent] = label }
      return IntakeOption(String(cells[0]), label, group: groups[parent])
    }
  }()

  private static let table = """
    quantum|양자|Quantum science and technology
    quantum.computing|양자컴퓨팅|Quantum computing
    quantum.communication|양자통신|Quantum communication
    quantum.sensing|양자센싱|Quantum sensing and metrology
    quantum.simulation|양자시뮬레이션|Quantum simulation
    quantum.materials|양자소재|Quantum materials and devices
    quantum.software|양자 소프트웨어와 알고리즘|Quantum software and algorithms
    quantum.optics|양자광학|Quantum optics and photonics
    quantum.security|양자내성암호|Post-quantum cryptography
    quantum.enabling|양자 기반기술|Enabling technologies for quantum
    bio-health|바이오·보건의료|Bio and health
    bio-health.drugs|신약과 의약품|Drugs and pharmaceuticals
    bio-health.devices|의료기기와 진단|Medical devices and diagnostics
    bio-health.genomics|유전체와 분자생물|Genomics and molecular biology
    bio-health.medicine|임상의학|Clinical medicine
    bio-health.agri-food|농림수산식품|Agriculture and food
    bio-health.digital-health|디지털 헬스|Digital health
    ai|인공지능|Artificial intelligence
    ai.learning|기계학습|Machine learning
    ai.language|언어와 음성|Language and speech
    ai.vision|컴퓨터 비전|Computer vision
    ai.trust|신뢰할 수 있는 인공지능|Trustworthy and explainable AI
    ai.data|데이터 과학|Data science
    ict|정보통신|Information and communication technology
    ict.networks|통신과 네트워크|Communication networks
    ict.security|정보보호|Cybersecurity
    ict.software|소프트웨어|Software and systems
    ict.computing|컴퓨팅과 초고성능|High-performance and edge computing
    ict.media|콘텐츠와 실감미디어|Media, VR and content
    electronics|반도체·전자|Semiconductors and electronics
    electronics.semiconductors|반도체|Semiconductors
    electronics.photonics|광학과 레이저|Photonics and lasers
    electronics.sensors|센서와 계측|Sensors and instrumentation
    electronics.display|디스플레이와 전력전자|Displays and power electronics
    materials|소재·화학|Materials and chemistry
    materials.advanced|첨단소재|Advanced materials
    materials.chemistry|화학|Chemistry
    materials.process|화학공정|Chemical engineering
    energy|에너지|Energy
    energy.renewables|신재생에너지|Renewable energy
    energy.storage|이차전지와 저장|Batteries and storage
    energy.hydrogen|수소와 연료|Hydrogen and fuels
    energy.nuclear|원자력과 핵융합|Nuclear and fusion
    energy.grid|전력망과 효율|Power grids and efficiency
    environment|환경·기후|Environment and climate
    environment.climate|기후와 대기|Climate and atmosphere
    environment.water|물과 해양|Water and oceans
    environment.ecology|생태와 자원순환|Ecology and circular economy
    environment.earth|지구과학|Earth sciences
    manufacturing|기계·제조|Machinery and manufacturing
    manufacturing.robotics|로봇|Robotics
    manufacturing.factory|스마트제조|Smart manufacturing
    manufacturing.mechanics|기계와 유체|Mechanics and fluids
    manufacturing.construction|건설과 도시|Construction and cities
    mobility|모빌리티·물류|Mobility and logistics
    mobility.automotive|자동차와 자율주행|Automotive and autonomous driving
    mobility.logistics|물류와 유통|Logistics and supply chains
    mobility.transport|교통과 철도·해운|Transport, rail and shipping
    space-defence|우주·국방|Space, aviation and defence
    space-defence.space|우주|Space
    space-defence.aviation|항공|Aviation
    space-defence.defence|국방|Defence and security
    finance|금융|Finance
    finance.fintech|핀테크|Fintech
    finance.markets|투자와 위험|Investment and risk
    science|기초과학|Basic science
    science.mathematics|수학|Mathematics
    science.physics|물리학|Physics
    society|인문사회|Social sciences and humanities
    society.policy|정책과 경제|Policy and economics
    society.culture|문화와 역사|Culture and history
    society.education|교육과 심리|Education and psychology
    """
}
