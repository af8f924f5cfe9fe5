public import ForumRecords
import Foundation
import ResearchProfiles

/// Everything that the forum keeps of an applicant, as the applicant may have it (개인정보 보호법, article 35).
public struct OwnData: Sendable, Codable {
  public struct Answer: Sendable, Codable {
    public var organization: String
    public var name: String
    public var answer: InterestAnswer
    public var reason: String?
    public var time: ForumTime
  }

  public struct IntroductionEntry: Sendable, Codable {
    public var with: String
    public var state: Introduction.State
    public var created: ForumTime
    public var ownAnswer: InterestAnswer?
    public var otherAnswer: InterestAnswer?
  }

  public struct HistoryEntry: Sendable, Codable {
    public var time: ForumTime
    public var action: String
  }

  public var application: ForumApplication
  public var contact: ContactDetails?
  public var consents: [Consent]
  public var provisions: [Provision]
  public var suggestions: [Suggestion]
  public var answers: [Answer]
  public var introductions: [IntroductionEntry]
  public var counselling: [CounsellingSession]
  public var revisions: [ApplicationRevision]
  public var history: [HistoryEntry]

  /// Times are seconds since 1970-01-01 00:00 UTC.
  public var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return (try? encoder.encode(self)).map { Array($0) } ?? []
  }
}

extension ForumDesk {
  /// Everything that is kept of an applicant. What is known of others is left out, but for their names.
  ///
  /// - Throws: errors of the store.
  public func ownData(of application: ForumApplication) throws -> OwnData {
    let receipt = application.receipt
    return OwnData(
      application: application, contact: try store.contact(receipt: receipt),
      consents: try store.consents(receipt: receipt), provisions: try store.provisions(receipt: receipt).items,
      suggestions: try suggestions(of: receipt, releasedOnly: true),
      answers: try store.interests(receipt: receipt).map {
        OwnData.Answer(
          organization: $0.organization.rawValue, name: name(of: $0.organization, application: nil), answer: $0.answer,
          reason: $0.reason, time: $0.time)
      },
      introductions: try store.introductions(IntroductionFilter(receipt: receipt)).items.map { introduction in
        let isOwn = introduction.receipt == receipt
        let other = isOwn ? nil : try store.application(receipt: introduction.receipt)
        return OwnData.IntroductionEntry(
          with: name(
            of: isOwn ? introduction.organization : other.map { organizationID(of: $0) } ?? introduction.organization,
            application: other),
          state: introduction.state, created: introduction.created,
          ownAnswer: (isOwn ? introduction.applicantAnswer : introduction.partnerAnswer)?.answer,
          otherAnswer: (isOwn ? introduction.partnerAnswer : introduction.applicantAnswer)?.answer)
      },
      counselling: try store.counsellingSessions(CounsellingFilter(receipt: receipt)).items,
      revisions: try store.revisions(of: receipt),
      history: try store.auditEntries(AuditFilter(subject: receipt)).items.map {
        OwnData.HistoryEntry(time: $0.time, action: $0.action)
      })
  }
}
