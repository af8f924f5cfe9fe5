import ForumRecords
import PartnerDiscovery
import ResearchProfiles

/// What is looked at, point by point.
extension DemandClinic {
  private static let shortTitle = 10
  private static let longTitle = 100
  private static let shortSummary = 150

  func titleCheck(_ application: Application) -> ClinicCheck {
    let title = Bilingual("제목", "Title")
    let count = application.title.count
    if count == 0 {
      return ClinicCheck(
        .title, .missing, title: title, finding: Bilingual("제목이 없습니다.", "There is no title."),
        suggestion: Bilingual(
          "무엇을 위해 무엇을 만들거나 밝히려는지 한 줄로 적어 주세요.", "Say in one line what is to be made or found out, and what for."))
    }
    let telling = NeedSpecificity(application.title, session: matcher.session, vocabulary: vocabulary).tellingWordCount
    if count < Self.shortTitle || telling < 2 {
      return ClinicCheck(
        .title, .improvable, title: title,
        finding: Bilingual("제목이 \(count)자로, 무엇을 하려는지 알기 어렵습니다.", "The title has \(count) characters and says little."),
        suggestion: Bilingual("대상과 방법을 제목에 넣어 주세요.", "Name the subject and the method in the title."))
    }
    if count > Self.longTitle {
      return ClinicCheck(
        .title, .improvable, title: title,
        finding: Bilingual("제목이 \(count)자로 깁니다.", "The title is long: \(count) characters."),
        suggestion: Bilingual(
          "\(Self.longTitle)자 안으로 줄이고 나머지는 내용에 적어 주세요.",
          "Keep it within \(Self.longTitle) characters and put the rest into the summary."))
    }
    return ClinicCheck(
      .title, .good, title: title,
      finding: Bilingual("제목이 구체적입니다 (\(count)자).", "The title is specific (\(count) characters)."))
  }

  func summaryCheck(_ application: Application) -> ClinicCheck {
    let title = Bilingual("내용", "Summary")
    let count = application.summary.count
    if count >= Self.shortSummary {
      return ClinicCheck(
        .summary, .good, title: title, finding: Bilingual("내용이 \(count)자입니다.", "The summary has \(count) characters."))
    }
    return ClinicCheck(
      .summary, count == 0 ? .missing : .improvable, title: title,
      finding: count == 0
        ? Bilingual("내용이 없습니다.", "There is no summary.")
        : Bilingual("내용이 \(count)자로 짧습니다.", "The summary is short: \(count) characters."),
      suggestion: Bilingual(
        "목표, 지금까지 한 일, 부족한 것을 \(Self.shortSummary)자 넘게 적어 주세요.",
        "Write more than \(Self.shortSummary) characters on aims, what has been done, and what is lacking."))
  }

  // MARK: Needs

  func needChecks(_ application: Application, _ effects: [NeedEffect]) -> [ClinicCheck] {
    let hasStated = effects.contains(where: \.isStated)
    var checks: [ClinicCheck] = []
    if !hasStated {
      checks.append(
        ClinicCheck(
          .need, .missing, title: Bilingual("필요한 것", "Needs"),
          finding: effects.isEmpty
            ? Bilingual("필요한 것을 적지 않았습니다.", "No needs are stated.")
            : Bilingual(
              "필요한 것을 따로 적지 않아 내용에서 \(effects.count)개를 추정했습니다.",
              "No needs are stated; \(effects.count) were guessed from the text."),
          suggestion: Bilingual(
            "필요한 기술, 장비, 역할을 하나씩, 수치와 함께 적어 주세요.",
            "State each technology, instrument or role that you need, with figures.")))
    }
    for (place, effect) in effects.enumerated() {
      if effect.isStated { checks.append(specificityCheck(effect, place, application)) }
      checks.append(reachCheck(effect, place))
    }
    return checks
  }

  private func specificityCheck(_ effect: NeedEffect, _ place: Int, _ application: Application) -> ClinicCheck {
    let title = Bilingual("필요한 것 \(place + 1): 구체성", "Need \(place + 1): how specific")
    let found = NeedSpecificity(effect.statement, session: matcher.session, vocabulary: vocabulary)
    let facts = (found.quantities + found.names).prefix(5).joined(separator: ", ")
    if found.state == .good {
      return ClinicCheck(
        .need, place: place, .good, title: title,
        finding: Bilingual("구체적입니다: \(facts)", "It is specific: \(facts)"))
    }
    let text = [application.title, effect.statement, application.summary].joined(separator: "\n")
    let example = Self.measures(of: FieldGuess(text)?.code)
    if found.state == .missing {
      return ClinicCheck(
        .need, place: place, .missing, title: title,
        finding: Bilingual("무엇이 필요한지 알 수 있는 말이 없습니다.", "It does not say what is needed."),
        suggestion: Bilingual(
          "기술이나 장비, 방법의 이름과 수치(\(example.korean))를 적어 주세요.",
          "Name the technology, instrument or method, and figures (\(example.english))."))
    }
    let lacks = found.quantities.isEmpty
    return ClinicCheck(
      .need, place: place, .improvable, title: title,
      finding: lacks
        ? Bilingual(
          "수치가 없습니다\(facts.isEmpty ? "." : " (이름: \(facts)).")",
          "There are no figures\(facts.isEmpty ? "." : " (named: \(facts)).")")
        : Bilingual(
          "수치는 있으나(\(facts)) 대상이나 방법의 이름이 적습니다.", "There are figures (\(facts)) but few names of subjects or methods."),
      suggestion: lacks
        ? Bilingual("\(example.korean) 같은 수치와 단위를 적어 주세요.", "Give figures with units, such as \(example.english).")
        : Bilingual("기술이나 방법의 이름을 적어 주세요.", "Name the technology or method."))
  }

  /// What is measured in a field.
  private static func measures(of field: String?) -> Bilingual {
    switch field {
    case "quantum.sensing", "electronics.sensors":
      Bilingual("감도, 대역폭, 채널 수", "sensitivity, bandwidth, number of channels")
    case "quantum.communication": Bilingual("파장, 거리, 키 생성률", "wavelength, distance, key rate")
    case "quantum.optics", "electronics.photonics": Bilingual("파장, 출력, 선폭", "wavelength, power, linewidth")
    case "quantum.computing", "quantum.simulation", "quantum.software":
      Bilingual("큐비트 수, 충실도, 회로 깊이", "number of qubits, fidelity, circuit depth")
    case "quantum.enabling": Bilingual("온도, 냉각 용량, 배선 수", "temperature, cooling power, number of lines")
    case "quantum.materials", "materials.advanced": Bilingual("조성, 두께, 순도", "composition, thickness, purity")
    case "quantum.security", "ict.security": Bilingual("알고리즘 이름, 처리 속도, 적용 기기", "algorithm, throughput, devices")
    default: Bilingual("크기, 성능, 수량, 기한", "size, performance, quantity, dates")
    }
  }

  private static let enoughCandidates = 3

  private func reachCheck(_ effect: NeedEffect, _ place: Int) -> ClinicCheck {
    let count = effect.reach.metCount
    let title = Bilingual("필요한 것 \(place + 1): 후보 기관", "Need \(place + 1): candidates")
    let bodyCount = matcher.session.counts.organizations
    if count > max(20, bodyCount / 4) {
      return ClinicCheck(
        .reach, place: place, .improvable, title: title,
        finding: Bilingual(
          "보통 이상으로 맞는 기관이 \(count)곳으로 너무 많습니다.", "\(count) bodies meet it at medium or better: too many to choose from."
        ),
        suggestion: Bilingual("조건을 더 적어 범위를 좁혀 주세요.", "Add conditions to narrow it down."))
    }
    if count >= Self.enoughCandidates {
      return ClinicCheck(.reach, place: place, .good, title: title, finding: effect.sentence)
    }
    var suggestion = Bilingual("다른 이름이나 방법도 함께 적어 주세요.", "Name other words or methods for it too.")
    if let best = effect.alternatives.first {
      switch best.change {
      case .addingOwn(let words), .adding(let words):
        suggestion = Bilingual(
          "찾는 것이 ‘\(words)’에 관한 것이라면 함께 적어 주세요. 후보가 \(best.reach.metCount)곳이 됩니다.",
          "If it is about “\(words)”, say so: there are \(best.reach.metCount) candidates then.")
      case .dropping(let word):
        suggestion = Bilingual(
          "‘\(word)’\(KoreanParticle.subject(word)) 꼭 필요한지 살펴 주세요. 빼면 후보가 \(best.reach.metCount)곳이 됩니다.",
          "See whether “\(word)” is needed: without it there are \(best.reach.metCount) candidates.")
      }
    } else if !effect.unknownWords.isEmpty {
      let words = effect.unknownWords.prefix(4).joined(separator: ", ")
      suggestion = Bilingual(
        "포럼 자료 어디에도 없는 말이 있습니다(\(words)). 다른 이름이 있으면 적어 주세요.",
        "No evidence of the forum holds these words: \(words). Give other names for it, if there are any.")
    }
    return ClinicCheck(
      .reach, place: place, count == 0 ? .missing : .improvable, title: title, finding: effect.sentence,
      suggestion: suggestion)
  }

  // MARK: Offers

  func offerChecks(_ application: Application) -> [ClinicCheck] {
    let offers = application.offers.filter { !$0.statement.isEmpty }
    guard !offers.isEmpty else {
      return [
        ClinicCheck(
          .offer, .missing, title: Bilingual("내놓을 수 있는 것", "Offers"),
          finding: Bilingual("내놓을 수 있는 것을 적지 않았습니다.", "Nothing is offered."),
          suggestion: Bilingual(
            "보유한 기술, 장비, 자료, 시험 환경을 적어 주세요. 상대가 함께할 까닭이 됩니다.",
            "Say which technology, equipment, data or places for trials you bring: they are reasons to work with you."))
      ]
    }
    let isKnown = matcher.knowsApplicant(of: application)
    return offers.prefix(3).enumerated().map { place, offer in
      let title = Bilingual("내놓을 수 있는 것 \(place + 1): 근거", "Offer \(place + 1): evidence")
      guard
        let own =
          matcher.ownEvidence(
            for: offer.statement, of: application, except: ForumDesk.publishedEvidence(of: application.id))
      else {
        return ClinicCheck(
          .offer, place: place, .improvable, title: title,
          finding: isKnown
            ? Bilingual(
              "포럼 자료에 있는 이 기관의 실적 가운데 이를 뒷받침하는 것이 없습니다.",
              "None of this organisation's own records in the forum speaks to it.")
            : Bilingual("이 기관의 실적이 포럼 자료에 없습니다.", "The forum holds no records of this organisation."),
          suggestion: Bilingual(
            "관련 특허, 논문, 과제나 제품 자료를 하나 알려 주세요.", "Name a patent, paper, project or product that shows it."))
      }
      return ClinicCheck(
        .offer, place: place, own.isMet ? .good : .improvable, title: title,
        finding: own.isMet
          ? Bilingual("근거가 있습니다: \(own.evidence.title)", "There is evidence: \(own.evidence.title)")
          : Bilingual(
            "가까운 실적은 있으나 약합니다: \(own.evidence.title)", "The nearest record speaks to it weakly: \(own.evidence.title)"),
        suggestion: own.isMet
          ? nil : Bilingual("더 가까운 실적이 있으면 알려 주세요.", "Name a record that comes nearer, if there is one."))
    }
  }

  // MARK: The rest

  func fieldCheck(_ application: ForumApplication) -> ClinicCheck {
    let title = Bilingual("분야", "Field")
    let inner = application.application
    let statements = inner.needs.map(\.statement)
    let guess = FieldGuess(([inner.title, inner.summary] + inner.keywords + statements).joined(separator: "\n"))
    let percent = guess.map { Int(($0.confidence * 100).rounded()) } ?? 0
    if let code = application.field {
      let label = IntakeForm.standard[.field]?.option(code)?.label ?? Bilingual(code, code)
      let root = code.prefix { $0 != "." }
      if let guess, guess.confidence >= 0.5, guess.code.prefix(while: { $0 != "." }) != root {
        return ClinicCheck(
          .field, .improvable, title: title,
          finding: Bilingual(
            "‘\(label.korean)’\(KoreanParticle.object(label.korean)) 골랐으나 글은 ‘\(guess.label.korean)’\(KoreanParticle.direction(guess.label.korean)) 보입니다(확신 \(percent)%).",
            "“\(label.english)” was chosen, but the text looks like “\(guess.label.english)” (\(percent) % sure)."),
          suggestion: Bilingual("분야가 맞는지 확인해 주세요.", "Check whether the field is right."))
      }
      return ClinicCheck(
        .field, .good, title: title,
        finding: Bilingual(
          "‘\(label.korean)’\(KoreanParticle.object(label.korean)) 골랐습니다.", "“\(label.english)” was chosen."))
    }
    guard let guess else {
      return ClinicCheck(
        .field, .missing, title: title,
        finding: Bilingual("분야를 고르지 않았고 글에서도 알 수 없습니다.", "No field was chosen, and the text does not tell."),
        suggestion: Bilingual("분야를 골라 주세요.", "Choose a field."))
    }
    let terms = guess.terms.joined(separator: ", ")
    return ClinicCheck(
      .field, .improvable, title: title,
      finding: Bilingual(
        "고르지 않아 ‘\(guess.label.korean)’\(KoreanParticle.direction(guess.label.korean)) 추정했습니다(확신 \(percent)%, 근거: \(terms)).",
        "Not chosen; guessed as “\(guess.label.english)” (\(percent) % sure, from: \(terms))."),
      suggestion: Bilingual("추정한 분야가 맞는지 알려 주세요.", "Say whether that is right."))
  }

  func partnerCheck(_ application: ForumApplication) -> ClinicCheck {
    let title = Bilingual("찾는 상대", "Who is wanted")
    var korean: [String] = []
    var english: [String] = []
    let form = IntakeForm.standard
    for kind in application.wantedKinds {
      let label = form[.wantedKinds]?.option(kind.rawValue)?.label ?? Bilingual(kind.rawValue, kind.rawValue)
      korean.append(label.korean)
      english.append(label.english)
    }
    for region in application.wantedRegions {
      let label = form[.wantedRegions]?.option(region)?.label ?? Bilingual(region, region)
      korean.append(label.korean)
      english.append(label.english)
    }
    if !korean.isEmpty {
      return ClinicCheck(
        .partners, .good, title: title,
        finding: Bilingual(korean.joined(separator: ", "), english.joined(separator: ", ")))
    }
    let text = ([application.application.summary] + application.application.needs.map(\.statement)).joined(
      separator: " "
    )
    .lowercased()
    let words = [
      "대학", "연구소", "연구원", "기업", "업체", "병원", "기관", "company", "university", "institute", "supplier", "hospital",
    ]
    if let word = words.first(where: text.contains) {
      return ClinicCheck(
        .partners, .good, title: title,
        finding: Bilingual("글에서 상대를 밝혔습니다 (‘\(word)’).", "The text says who is wanted (“\(word)”)."))
    }
    return ClinicCheck(
      .partners, .improvable, title: title,
      finding: Bilingual("어떤 상대를 찾는지 적지 않았습니다.", "It does not say who is wanted."),
      suggestion: Bilingual(
        "산·학·연 가운데 누구를 찾는지, 지역이 중요한지 알려 주세요.",
        "Say whether a company, university or institute is wanted, and whether the region matters."))
  }

  func detailCheck(_ application: ForumApplication) -> ClinicCheck {
    let details: [(isGiven: Bool, name: Bilingual)] = [
      (application.budgetMillionWon != nil, Bilingual("예산", "budget")),
      (application.readinessLevel != nil, Bilingual("기술 성숙도(TRL)", "readiness level (TRL)")),
      (application.wantedRole != nil, Bilingual("맡고 싶은 역할", "role wanted")),
    ]
    let missing = details.filter { !$0.isGiven }.map(\.name)
    let title = Bilingual("예산, TRL, 역할", "Budget, TRL and role")
    guard !missing.isEmpty else {
      return ClinicCheck(.details, .good, title: title, finding: Bilingual("모두 적었습니다.", "All are given."))
    }
    let names = Bilingual(
      missing.map(\.korean).joined(separator: ", "), missing.map(\.english).joined(separator: ", "))
    return ClinicCheck(
      .details, missing.count == details.count ? .missing : .improvable, title: title,
      finding: Bilingual("적지 않은 것: \(names.korean)", "Not given: \(names.english)"),
      suggestion: Bilingual("대략이라도 적어 주세요: \(names.korean)", "Give them, if only roughly: \(names.english)"))
  }

  /// `nil` where there are none: their absence is nothing to praise.
  func personalDataCheck(_ application: Application) -> ClinicCheck? {
    let texts =
      [application.title, application.summary, application.applicant?.name ?? ""] + application.keywords
      + (application.needs + application.offers).map(\.statement)
    let count = texts.reduce(0) { $0 + PublicText($1).withheldCount }
    guard count > 0 else { return nil }
    return ClinicCheck(
      .personalData, .missing, title: Bilingual("개인정보", "Personal data"),
      finding: Bilingual(
        "공개될 글에 연락처나 개인 번호가 \(count)개 있습니다.", "\(count) contact detail(s) stand in text that will be published."),
      suggestion: Bilingual("공개하기 전에 글에서 지워 주세요.", "Take them out before it is published."))
  }

  func duplicateCheck(_ duplicates: [LikelyDuplicate]) -> ClinicCheck {
    let title = Bilingual("겹치는 신청", "Duplicates")
    let likely = duplicates.filter(\.isLikely)
    func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
    let threshold = percent(LikelyDuplicate.threshold)
    let ownThreshold = percent(LikelyDuplicate.thresholdOfSameApplicant)
    guard !likely.isEmpty else {
      let own = duplicates.filter(\.isSameApplicant).map(\.receipt).prefix(5).joined(separator: ", ")
      return ClinicCheck(
        .duplicates, .good, title: title,
        finding: own.isEmpty
          ? Bilingual("겹치는 신청이 없습니다.", "None.")
          : Bilingual(
            "같은 기관의 다른 신청이 있으나 내용이 다릅니다: \(own)",
            "The same applicant has filed others, which say something else: \(own)"))
    }
    let list = likely.prefix(5).map { "\($0.receipt) (\(percent($0.overlap)))" }.joined(separator: ", ")
    return ClinicCheck(
      .duplicates, .improvable, title: title,
      finding: Bilingual("같은 신청으로 보이는 것: \(list)", "These look like the same application: \(list)"),
      suggestion: Bilingual(
        "이어지는 두 단어의 짝이 \(threshold) 이상(같은 기관은 \(ownThreshold) 이상) 겹칩니다. 하나로 합치거나 다른 점을 적어 주세요.",
        "They share \(threshold) or more of their pairs of neighbouring words (\(ownThreshold) from one applicant). Merge them, or say how they differ."
      ))
  }
}
