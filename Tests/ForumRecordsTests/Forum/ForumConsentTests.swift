import ForumRecords
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct ForumConsentTests {
  let forum: ForumFolder
  var store: ForumStore { forum.store }

  init() throws { forum = try ForumFolder() }

  @Test func `a consent holds from its beginning to its end, or to its withdrawal`() throws {
    let receipt = try store.submitSample(consents: [sampleConsent(days: 10)])
    func isLive(_ time: ForumTime) throws -> Bool { try !store.liveConsents(receipt: receipt, at: time).isEmpty }
    #expect(try !isLive(noon.adding(seconds: -1)))
    #expect(try isLive(noon))
    #expect(try isLive(noon.adding(days: 10).adding(seconds: -1)))
    #expect(try !isLive(noon.adding(days: 10)))
    try store.withdrawConsent(id: 1, actor: "applicant", time: noon.adding(days: 3))
    #expect(try isLive(noon.adding(days: 3).adding(seconds: -1)))
    #expect(try !isLive(noon.adding(days: 3)))
    // Withdrawing again changes nothing.
    try store.withdrawConsent(id: 1, actor: "applicant", time: noon.adding(days: 5))
    #expect(try store.consents(receipt: receipt).map(\.withdrawn) == [noon.adding(days: 3)])
    #expect(try store.actions() == ["application.submit", "consent.give", "consent.withdraw"])
    #expect(throws: ForumStoreError.unknown(kind: "consent", id: "9")) {
      try store.withdrawConsent(id: 9, actor: "applicant", time: noon)
    }
  }

  @Test func `all consents are withdrawn, or those for one recipient`() throws {
    let receipt = try store.submitSample(
      consents: [sampleConsent(), sampleConsent(Consent.partners), sampleConsent("kist"), sampleConsent("kist")])
    #expect(try store.withdrawConsents(receipt: receipt, recipient: "kist", actor: "applicant", time: noon) == 2)
    #expect(try store.liveConsents(receipt: receipt, at: noon).map(\.recipient) == ["forum", "partners"])
    #expect(try store.withdrawConsents(receipt: receipt, actor: "applicant", time: noon) == 2)
    #expect(try store.withdrawConsents(receipt: receipt, actor: "applicant", time: noon) == 0)
  }

  @Test func `a consent that says nothing is refused`() throws {
    let receipt = try store.submitSample(consents: [])
    func reason(_ change: (inout Consent) -> Void) -> String? {
      var consent = sampleConsent()
      consent.receipt = receipt
      change(&consent)
      do throws(ForumStoreError) {
        try store.addConsent(consent, actor: "kim", time: noon)
        return nil
      } catch {
        if case .invalid(let field, _) = error { return field }
        return "\(error)"
      }
    }
    #expect(reason { $0.recipient = "" } == "recipient")
    #expect(reason { $0.purpose = "" } == "purpose")
    #expect(reason { $0.items = [] } == "items")
    #expect(reason { $0.items.append("blood type") } == "items")
    #expect(reason { $0.validUntil = $0.given } == "validUntil")
    #expect(reason { $0.receipt = "2020-0001" } == "there is no application 2020-0001: look it up in the list again")
    #expect(reason { _ in } == nil)
  }

  @Test func `what is provided is what was asked for and consented to`() throws {
    let receipt = try store.submitSample(consents: [sampleConsent("kist", items: ["name", "email", "phone"])])
    let provided = try store.provide(
      ["email", "name", "email"], of: receipt, to: "kist", recipientName: "KIST", purpose: "joint_research",
      actor: "kim", time: noon)
    #expect(
      provided.provision
        == Provision(
          id: 1, receipt: receipt, recipient: "kist", recipientName: "KIST", purpose: "joint_research",
          items: ["name", "email"], consentID: 1, time: noon, actor: "kim"))
    #expect(
      provided.contact == ContactDetails(receipt: receipt, personName: "홍길동", email: "hong@example.kr"))
    #expect(try store.provisions(receipt: receipt) == Paged(items: [provided.provision], total: 1))
    #expect(try store.provisions(recipient: "snu").total == 0)
    #expect(
      throws: ForumStoreError.notConsented(
        receipt: receipt, recipient: "kist", purpose: "joint_research", missingItems: ["department"])
    ) {
      try store.provide(
        ["name", "department"], of: receipt, to: "kist", purpose: "joint_research", actor: "kim", time: noon)
    }
    #expect(
      throws: ForumStoreError.notConsented(
        receipt: receipt, recipient: "kist", purpose: "newsletter", missingItems: ["name"])
    ) { try store.provide(["name"], of: receipt, to: "kist", purpose: "newsletter", actor: "kim", time: noon) }
    #expect(try store.provisions().total == 1)
  }

  @Test func `partners get a contact only when both sides have said yes, and no longer once it is closed`() throws {
    let receipt = try store.submitSample(applicant: "kist", consents: [sampleConsent(Consent.partners)])
    let other = try store.submitSample(applicant: "snu", consents: [sampleConsent(Consent.partners)])
    func isGiven(_ receipt: String, to recipient: String) -> Bool {
      (try? store.provide(
        ["name"], of: receipt, to: recipient, purpose: "joint_research", actor: "kim", time: noon)) != nil
    }
    let id = try store.propose(
      receipt: receipt, organization: "snu", partnerReceipt: other, actor: "kim", time: noon
    ).id
    #expect(!isGiven(receipt, to: "snu"))
    try store.answer(introduction: id, side: .applicant, .yes, means: .link, actor: "applicant", time: noon)
    #expect(!isGiven(receipt, to: "snu"))
    try store.answer(introduction: id, side: .partner, .later, means: .staff, actor: "kim", time: noon)
    #expect(!isGiven(receipt, to: "snu"))
    try store.answer(introduction: id, side: .partner, .yes, means: .staff, actor: "kim", time: noon)
    #expect(isGiven(receipt, to: "snu"))
    #expect(isGiven(receipt, to: other))
    #expect(isGiven(other, to: "kist"))
    #expect(isGiven(other, to: receipt))
    #expect(!isGiven(receipt, to: "postech"))
    #expect(!isGiven(other, to: "postech"))
    try store.withdrawConsents(receipt: other, actor: "applicant", time: noon)
    #expect(!isGiven(other, to: "kist"))
    try store.closeIntroduction(id: id, actor: "kim", time: noon)
    #expect(!isGiven(receipt, to: "snu"))
  }

  @Test func `partners may see an application before they agree, and no contact is given to all of them at once`()
    throws
  {
    let receipt = try store.submitSample(consents: [sampleConsent(Consent.partners)])
    func isGiven(_ items: [String], to recipient: String) -> Bool {
      (try? store.provide(items, of: receipt, to: recipient, purpose: "joint_research", actor: "kim", time: noon))
        != nil
    }
    #expect(isGiven(["application"], to: "snu"))
    #expect(isGiven(["application"], to: Consent.partners))
    #expect(!isGiven(["application", "name"], to: "snu"))
    #expect(!isGiven(["name"], to: Consent.partners))
    #expect(!isGiven(["application"], to: Consent.training))
    #expect(!isGiven(["application"], to: Consent.forum))
    #expect(try store.provisions().items.map(\.items) == [["application"], ["application"]])
  }

  /// Consents, their withdrawals, introductions and questions at random; every answer is compared with the rule applied
  /// to a plain list, and the ledger holds exactly what was granted.
  @Test(arguments: UInt64(1)...6)
  func `no provision is written without a consent that covers it`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let recipients = ["forum", "partners", "training", "kist", "snu"]
    let purposes = ["joint_research", "course"]
    func items() -> [String] {
      if Int.random(in: 0..<5, using: &generator) == 0 { return ["application"] }
      let share = Int.random(in: 0...4, using: &generator)
      let some = Consent.items.filter { _ in Int.random(in: 0..<4, using: &generator) < share }
      return some.isEmpty ? ["name"] : some
    }
    let receipts = try (0..<3).map { _ in try store.submitSample(applicant: nil, consents: []) }
    var consents: [Consent] = []
    var agreed: Set<[String]> = []
    var granted: [[String]] = []
    for _ in 0..<200 {
      let time = noon.adding(days: Int.random(in: 0..<20, using: &generator))
      let receipt = receipts.randomElement(using: &generator)!
      switch Int.random(in: 0..<10, using: &generator) {
      case 0...2:
        var consent = sampleConsent(
          recipients.randomElement(using: &generator)!, purpose: purposes.randomElement(using: &generator)!,
          items: items(), from: time, days: Int.random(in: 1...20, using: &generator))
        consent.receipt = receipt
        consents.append(try store.addConsent(consent, actor: "applicant", time: time))
      case 3 where !consents.isEmpty:
        let index = consents.indices.randomElement(using: &generator)!
        if consents[index].withdrawn == nil { consents[index].withdrawn = time }
        try store.withdrawConsent(id: consents[index].id, actor: "applicant", time: time)
      case 4:
        let organization = ["kist", "snu"].randomElement(using: &generator)!
        guard
          let introduction = try? store.propose(
            receipt: receipt, organization: OrganizationID(organization), actor: "kim", time: time)
        else { continue }
        let answers = [InterestAnswer.yes, .no].map { _ in Bool.random(using: &generator) ? InterestAnswer.yes : .no }
        for (side, answer) in zip(Introduction.Side.allCases, answers) {
          try store.answer(
            introduction: introduction.id, side: side, answer, means: .staff, actor: "kim", time: time)
        }
        if answers == [.yes, .yes] { agreed.insert([receipt, organization]) }
      default:
        let recipient = recipients.randomElement(using: &generator)!
        let purpose = purposes.randomElement(using: &generator)!
        let wanted = items()
        let isCovered = consents.contains { consent in
          consent.receipt == receipt && consent.purpose == purpose && consent.isLive(at: time)
            && (consent.recipient == "partners"
              ? recipient != "forum" && recipient != "training"
                && (wanted == ["application"] || agreed.contains([receipt, recipient]))
              : consent.recipient == recipient)
            && wanted.allSatisfy { consent.items.contains($0) }
        }
        let provided = try? store.provide(
          wanted, of: receipt, to: recipient, purpose: purpose, actor: "kim", time: time)
        #expect((provided != nil) == isCovered)
        guard let provided else { continue }
        granted.append([receipt, recipient, purpose] + wanted)
        #expect((provided.contact?.email != nil) == wanted.contains("email"))
        #expect((provided.contact?.phone != nil) == wanted.contains("phone"))
        #expect((provided.contact?.personName.isEmpty == false) == wanted.contains("name"))
      }
    }
    let ledger = try store.provisions().items.reversed().map { [$0.receipt, $0.recipient, $0.purpose] + $0.items }
    #expect(ledger == granted)
    #expect(!granted.isEmpty)
    for provision in try store.provisions().items {
      let consent = try #require(consents.first { $0.id == provision.consentID })
      #expect(consent.receipt == provision.receipt)
      #expect(provision.items.allSatisfy { consent.items.contains($0) })
    }
  }
}
