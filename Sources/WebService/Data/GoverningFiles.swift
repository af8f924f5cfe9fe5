import ForumDesk
import ForumRecords
import ResearchProfiles

/// Files that govern the forum (rules of calls, policies) as a page shows them: the one that is edited, and those that were in
/// force before.
struct GoverningFiles: Sendable {
  struct Mistake: Sendable {
    var line: Int?
    var text: String
  }

  /// One that was put in force some time.
  struct Past: Sendable {
    var name: String
    /// `nil` for one that Moim ships with, as ``by``.
    var since: String?
    var by: String?
    var hash: String
    var address: String
    var isInForce: Bool
  }

  /// What somebody has filled in.
  struct Draft: Sendable {
    var name = ""
    var content = ""
    var mistakes: [Mistake] = []
  }

  var past: [Past]
  var hasPast: Bool
  var restoreAddress: String
  var name: String
  var content: String
  var mistakes: [Mistake]
  var hasMistakes: Bool

  /// - Parameter tab: of the page, below which files are downloaded and put in force again.
  init(_ draft: Draft, past: [Past], tab: AdministrationTab) {
    self.past = past
    hasPast = !past.isEmpty
    restoreAddress = tab.address + "/restore"
    name = draft.name
    content = draft.content
    mistakes = draft.mistakes
    hasMistakes = !draft.mistakes.isEmpty
  }

  private static let byteLimit = 1 << 20
  private static let nameLengths = 1...60

  /// What is wrong with a file before it is read; `nil` where nothing is.
  ///
  /// - Parameter emptyProblem: said where there is none.
  static func problem(name: String, content: String, emptyProblem: Bilingual) -> Bilingual? {
    // It may stand in an address and as a file's name.
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_. ".unicodeScalars.contains($0)
    }
    let (least, most) = (nameLengths.lowerBound, nameLengths.upperBound)
    if !nameLengths.contains(name.count) || !isPlain {
      return Bilingual(
        "이름은 글자, 숫자, 빈칸, ‘-’, ‘_’, ‘.’로 \(least)~\(most)자입니다.",
        "A name is \(least) to \(most) letters, digits, blanks, hyphens, underscores and dots.")
    }
    if content.isEmpty { return emptyProblem }
    if content.utf8.count > byteLimit {
      return Bilingual("\(byteLimit >> 20) MiB보다 큰 파일입니다.", "The file is larger than \(byteLimit >> 20) MiB.")
    }
    return nil
  }

  /// Where a file is downloaded.
  static func address(of hash: String, tab: AdministrationTab) -> String {
    tab.address + "/file" + AddressText.query([("hash", hash)])
  }

  static func notice(_ code: String?) -> Bilingual? {
    code == nil ? nil : Bilingual("이제부터 이 내용이 적용됩니다.", "It is in force from now on.")
  }
}
