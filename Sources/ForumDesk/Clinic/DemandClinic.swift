public import ForumRecords
public import PartnerDiscovery
import ResearchProfiles
import Synchronization

/// Looks an application over before it is published: what is good, what is missing, and how many partners a better wording
/// would find. Changes nothing. Safe to share between threads.
public final class DemandClinic: Sendable {
  let matcher: ApplicationMatcher
  let vocabulary: ConceptVocabulary
  private let shingles = Mutex<[String: Entry]>([:])

  private struct Entry {
    var revision: Int
    var shingles: TextShingles
  }

  /// Needs that are looked at, at most.
  static let needLimit = 5

  /// - Complexity: linear in the glossary; some milliseconds.
  public init(matcher: ApplicationMatcher) {
    self.matcher = matcher
    vocabulary = ConceptVocabulary(matcher.session)
  }

  /// - Parameter others: among which duplicates are looked for; the application itself is passed over.
  /// - Complexity: some thirty searches for each need; linear in the other applications' texts the first time.
  public func examine(_ application: ForumApplication, others: [ForumApplication] = []) -> ClinicReport {
    let inner = application.application
    var checks: [ClinicCheck] = []
    let effects = application.wantsJointResearch ? effects(of: inner) : []
    if application.wantsJointResearch {
      checks += [titleCheck(inner), summaryCheck(inner)]
      checks += needChecks(inner, effects)
      checks += offerChecks(inner)
      checks.append(fieldCheck(application))
      checks.append(partnerCheck(application))
      checks.append(detailCheck(application))
    }
    if let check = personalDataCheck(inner) { checks.append(check) }
    let duplicates = duplicates(of: application, among: others)
    checks.append(duplicateCheck(duplicates))
    return ClinicReport(
      receipt: application.receipt, checks: checks, effects: effects, duplicates: duplicates)
  }

  // MARK: Needs

  private func effects(of application: Application) -> [NeedEffect] {
    let variations = NeedVariations(matcher: matcher, vocabulary: vocabulary)
    return NeedExtractor(matcher.session).needs(of: application).prefix(Self.needLimit).map { found in
      variations.effect(of: found.need.statement, isStated: found.origin == .stated, in: application)
    }
  }

  // MARK: Duplicates

  private func duplicates(of application: ForumApplication, among others: [ForumApplication]) -> [LikelyDuplicate] {
    let own = shingles(of: application)
    return others.compactMap { other -> LikelyDuplicate? in
      guard other.receipt != application.receipt else { return nil }
      let duplicate = LikelyDuplicate(
        receipt: other.receipt, title: other.application.title, overlap: own.overlap(with: shingles(of: other)),
        isSameApplicant: Self.isSame(application.application.applicant, other.application.applicant))
      return duplicate.isLikely || duplicate.isSameApplicant ? duplicate : nil
    }.sorted { ($1.overlap, $0.receipt) < ($0.overlap, $1.receipt) }
  }

  /// Each version of an application is taken apart once.
  private func shingles(of application: ForumApplication) -> TextShingles {
    let known = shingles.withLock { $0[application.receipt] }
    if let known, known.revision == application.revision, !application.receipt.isEmpty { return known.shingles }
    let made = TextShingles(application.application, session: matcher.session)
    if !application.receipt.isEmpty {
      shingles.withLock { $0[application.receipt] = Entry(revision: application.revision, shingles: made) }
    }
    return made
  }

  private static func isSame(_ left: Applicant?, _ right: Applicant?) -> Bool {
    guard let left, let right else { return false }
    if let a = left.id, let b = right.id { return a == b }
    guard let a = left.name.map(CleanText.key), let b = right.name.map(CleanText.key) else { return false }
    return !a.isEmpty && Self.bareName(a) == Self.bareName(b)
  }

  /// Without the legal form.
  private static func bareName(_ key: String) -> String {
    var key = key
    for form in ["주식회사", "유한회사", "재단법인", "사단법인", "주", "coltd", "inc", "ltd", "corporation", "corp", "gmbh"] {
      if key.hasPrefix(form), key.count > form.count + 1 { key = String(key.dropFirst(form.count)) }
      if key.hasSuffix(form), key.count > form.count + 1 { key = String(key.dropLast(form.count)) }
    }
    return key
  }
}
