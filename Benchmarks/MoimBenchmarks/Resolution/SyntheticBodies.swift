import CorpusSynthesis
import EntityResolution
import ResearchProfiles

/// Invented organisations, some of them twice: as two systems would write the same body.
///
/// Nine in ten are bodies of their own, companies of Korea mostly, some with the same name as another one in another city
/// (and another 사업자등록번호), some with a name one letter away. The rest are second records of earlier bodies: another
/// legal form, the name in one language only, blanks moved, a letter mistyped, the city in the other language or missing,
/// numbers and home page there or not. A second record without number and home page keeps its city; nothing else could
/// tell it from its namesakes.
struct SyntheticBodies {
  let profiles: [OrganizationProfile]
  /// For each record the first record of its body: its own position for most.
  let truth: [Int]

  private static let syllables = Array(
    "가강건경고광구국규근금기길나남노다대덕도동두라람로루리린마명모무문미민바반백범별보봄빛산상새서선성세소솔송수순승시신아안양연영예오온우울원유윤은이인일재정제조종주준지진찬창채천청초춘태터파평포하한해현형혜호홍화환효훈휘희"
  ).map(String.init)
  private static let latin = [
    "b", "br", "c", "cr", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "qu", "r", "s",
    "st", "t",
    "tr", "v", "w", "x", "z",
  ].flatMap { first in
    ["a", "e", "i", "o", "u"].flatMap { vowel in ["", "l", "n", "r", "s"].map { first + vowel + $0 } }
  }
  private static let trades: [(korean: String, english: String)] = [
    ("바이오", "Bio"), ("전자", "Electronics"), ("테크", "Tech"), ("시스템", "Systems"), ("솔루션", "Solutions"),
    ("소프트", "Soft"), ("로보틱스", "Robotics"), ("반도체", "Semiconductor"), ("에너지", "Energy"), ("소재", "Materials"),
    ("제약", "Pharma"), ("화학", "Chemical"), ("정밀", "Precision"), ("산업", "Industries"), ("통신", "Communications"),
    ("양자", "Quantum"), ("광학", "Optics"), ("메디컬", "Medical"), ("데이터", "Data"), ("모빌리티", "Mobility"),
  ]
  private static let cities: [(korean: String, english: String)] = [
    "서울 Seoul", "부산 Busan", "대구 Daegu", "인천 Incheon", "광주 Gwangju", "대전 Daejeon", "울산 Ulsan", "세종 Sejong",
    "수원 Suwon", "성남 Seongnam", "용인 Yongin", "고양 Goyang", "화성 Hwaseong", "안양 Anyang", "안산 Ansan", "부천 Bucheon",
    "평택 Pyeongtaek", "의정부 Uijeongbu", "청주 Cheongju", "충주 Chungju", "천안 Cheonan", "아산 Asan", "전주 Jeonju",
    "익산 Iksan", "군산 Gunsan", "목포 Mokpo", "순천 Suncheon", "여수 Yeosu", "나주 Naju", "포항 Pohang", "경주 Gyeongju",
    "구미 Gumi", "경산 Gyeongsan", "안동 Andong", "창원 Changwon", "진주 Jinju", "김해 Gimhae", "춘천 Chuncheon", "원주 Wonju",
    "강릉 Gangneung",
  ].map { pair in
    let parts = pair.split(separator: " ").map(String.init)
    return (parts[0], parts[1])
  }
  private static let foreign: [(country: String, cities: [String], forms: [String])] = [
    (
      "DE", ["Berlin", "München", "Köln", "Hamburg", "Dresden", "Leipzig", "Aachen", "Bremen", "Mainz", "Ulm"],
      ["GmbH", "AG", "GmbH & Co. KG"]
    ),
    (
      "FR", ["Paris", "Lyon", "Grenoble", "Toulouse", "Lille", "Nantes", "Rennes", "Nice", "Brest", "Dijon"],
      ["SAS", "SA", "SARL"]
    ),
    (
      "IT", ["Milano", "Roma", "Torino", "Bologna", "Genova", "Napoli", "Bari", "Pisa", "Trento", "Padova"],
      ["S.p.A.", "S.r.l."]
    ),
    (
      "ES", ["Madrid", "Barcelona", "Bilbao", "Sevilla", "Valencia", "Vigo", "Oviedo", "Murcia", "Granada", "Gijón"],
      ["S.L.", "S.A."]
    ),
    (
      "US", ["Boston", "Austin", "Seattle", "Denver", "Chicago", "Atlanta", "Dallas", "Portland", "Tucson", "Omaha"],
      ["Inc.", "LLC", "Corp."]
    ),
  ]

  init(count: Int, seed: UInt64 = 20_261_121) {
    var random = SeededGenerator(seed: seed)
    var profiles: [OrganizationProfile] = []
    var truth: [Int] = []
    // Two bodies with the same name in the same city could not be told apart by anybody.
    var seen: Set<String> = []
    profiles.reserveCapacity(count)
    while profiles.count < count {
      let number = profiles.count
      if number > 10, random.chance(10) {
        let original = truth[random.below(number)]
        truth.append(original)
        profiles.append(Self.second(of: profiles[original], number: number, &random))
      } else {
        // One in fifty bears the name of a body of another city.
        let namesake = number > 10 && random.chance(2) ? profiles[truth[random.below(number)]] : nil
        let body = Self.body(number: number, namesake: namesake, &random)
        let place = "/\(body.country ?? "")/\(body.city ?? "")"
        let core = body.names.primary.split(separator: " ").prefix(2).joined(separator: " ") + place
        guard seen.insert(core).inserted else { continue }
        truth.append(number)
        profiles.append(body)
      }
    }
    self.profiles = profiles
    self.truth = truth
  }

  private static func body(number: Int, namesake: OrganizationProfile?, _ random: inout SeededGenerator)
    -> OrganizationProfile
  {
    var profile = OrganizationProfile(id: OrganizationID("body-\(number)"), kind: .company)
    if let namesake {
      profile.names = namesake.names
      profile.country = namesake.country
      repeat {
        profile.city =
          namesake.country == "KR"
          ? random.element(cities).korean
          : random.element(foreign.first { $0.country == namesake.country }?.cities ?? [""])
      } while profile.city == namesake.city
    } else if random.chance(70) {
      let trade = random.element(trades)
      let stem = (0..<(random.chance(30) ? 2 : random.chance(70) ? 3 : 4)).map { _ in random.element(syllables) }
        .joined()
      let second = random.element(trades)
      let extra = second.korean != trade.korean && random.chance(60) ? second : nil
      let city = random.element(cities)
      profile.country = "KR"
      profile.city = city.korean
      profile.names.add("㈜" + stem + (extra?.korean ?? "") + trade.korean, language: "ko")
      if random.chance(70) {
        let words = [capitalized(Transliteration.romanized(stem)), extra?.english, trade.english].compactMap { $0 }
        profile.names.add(words.joined(separator: " ") + " Co., Ltd.", language: "en")
      }
    } else {
      let place = random.element(foreign)
      profile.country = place.country
      profile.city = random.element(place.cities)
      let stem = (0..<(random.chance(50) ? 2 : 3)).map { _ in random.element(latin) }.joined()
      let words = [capitalized(stem), random.element(trades).english]
      profile.names.add(words.joined(separator: " ") + " " + random.element(place.forms), language: "en")
    }
    if profile.country == "KR", namesake != nil || random.chance(60) {
      profile.identifiers.append(OrganizationIdentifier(scheme: "BRN", value: businessNumber(number)))
    }
    if random.chance(40) { profile.homepage = "https://www.\(site(number)).com" }
    return profile
  }

  private static func second(of body: OrganizationProfile, number: Int, _ random: inout SeededGenerator)
    -> OrganizationProfile
  {
    var profile = OrganizationProfile(id: OrganizationID("second-\(number)"), kind: .company)
    profile.country = random.chance(95) ? body.country : nil
    if !body.identifiers.isEmpty, random.chance(40) { profile.identifiers = body.identifiers }
    if let homepage = body.homepage, random.chance(50) {
      profile.homepage = homepage.replacing("https://www.", with: "http://") + (random.chance(50) ? "/index.html" : "")
    }
    let mustKeepPlace = profile.identifiers.isEmpty && profile.homepage == nil
    if mustKeepPlace { profile.country = body.country }
    if mustKeepPlace || random.chance(80) {
      profile.city = body.city
      if let city = cities.first(where: { $0.korean == body.city }), random.chance(50) { profile.city = city.english }
    }
    var names = body.names.entries
    if names.count > 1, random.chance(60) { names = [names[random.below(2)]] }
    let mistyped = random.chance(25) ? random.below(names.count) : -1
    for (index, entry) in names.enumerated() {
      let text = index == mistyped ? mistype(entry.text, &random) : entry.text
      profile.names.add(otherForm(text, isKorean: entry.language == "ko", &random), language: entry.language)
    }
    return profile
  }

  private static func otherForm(_ name: String, isKorean: Bool, _ random: inout SeededGenerator) -> String {
    if isKorean {
      let core = name.replacing("㈜", with: "")
      return switch random.below(5) {
      case 0: "(주)" + core
      case 1: core + "(주)"
      case 2: "주식회사 " + core
      case 3: core + " 주식회사"
      default: core
      }
    }
    var words = name.split(separator: " ").map(String.init)
    if words.suffix(2) == ["Co.,", "Ltd."] {
      words.removeLast(2)
      words += [["Co.,Ltd", "CO., LTD.", "Inc.", "Corporation", ""][random.below(5)]]
    } else if random.chance(50) {
      words.removeLast()
    }
    let text = words.filter { !$0.isEmpty }.joined(separator: " ")
    return random.chance(40) ? text.uppercased() : text
  }

  /// One letter of the name's core lost, doubled, replaced or swapped; in Korean a vowel or a final of a syllable.
  private static func mistype(_ name: String, _ random: inout SeededGenerator) -> String {
    var letters = Array(name.unicodeScalars)
    let places = letters.indices.filter { letters[$0].properties.isAlphabetic && $0 > 0 && $0 < 12 }
    guard !places.isEmpty else { return name }
    let place = places[random.below(places.count)]
    if (0xAC00...0xD7A3).contains(letters[place].value) {
      let index = letters[place].value - 0xAC00
      let changed =
        random.chance(50)
        ? index / 588 * 588 + (index % 588 / 28 + 1) % 21 * 28 + index % 28 : index / 28 * 28 + (index % 28 + 4) % 28
      letters[place] = Unicode.Scalar(0xAC00 + changed) ?? letters[place]
    } else {
      switch random.below(4) {
      case 0: letters.remove(at: place)
      case 1: letters.insert(letters[place], at: place)
      case 2: letters[place] = Unicode.Scalar(UInt8(97 + random.below(26)))
      default: letters.swapAt(place, place - 1)
      }
    }
    return String(String.UnicodeScalarView(letters))
  }

  /// A valid 사업자등록번호 for each number.
  private static func businessNumber(_ number: Int) -> String {
    var digits: [Int] = []
    var rest = 100_000_000 + number * 7 % 899_999_993
    for _ in 0..<9 {
      digits.insert(rest % 10, at: 0)
      rest /= 10
    }
    var sum = zip([1, 3, 7, 1, 3, 7, 1, 3, 5], digits).reduce(0) { $0 + $1.0 * $1.1 }
    sum += digits[8] * 5 / 10
    return digits.map(String.init).joined() + "\((10 - sum % 10) % 10)"
  }

  private static func site(_ number: Int) -> String {
    var name = ""
    var rest = number
    repeat {
      name += latin[rest % latin.count]
      rest /= latin.count
    } while rest > 0
    return name + "-co"
  }
}

private func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

extension SeededGenerator {
  fileprivate mutating func chance(_ percent: UInt64) -> Bool { next() % 100 < percent }
  fileprivate mutating func element<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}
