/// The part of a home page's address that is a body's own.
public enum HomePageDomain {
  /// The registered domain of an address: `kist.re.kr` of `https://www.kist.re.kr/eng`; `nil` for none, and for hosts
  /// that many bodies share (portals, blogs, shops, code hosts).
  ///
  /// - Complexity: linear in the address.
  public static func own(_ address: String) -> String? {
    guard let host = host(address) else { return nil }
    let labels = host.split(separator: ".")
    guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }), labels.last?.first?.isNumber == false else {
      return nil
    }
    let isSecondLevel =
      labels.count >= 3 && secondLevels.contains(String(labels[labels.count - 2]))
      && labels[labels.count - 1].count == 2
    let domain = labels.suffix(isSecondLevel ? 3 : 2).joined(separator: ".")
    return shared.contains(domain) ? nil : domain
  }

  private static func host(_ address: String) -> String? {
    var rest = Substring(address.lowercased())
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" || $0 == ":" || $0.isWhitespace } ?? rest.endIndex
    rest = rest[..<end]
    if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    while rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    guard rest.contains("."), !rest.hasPrefix("."), !rest.hasSuffix(".") else { return nil }
    return rest.utf8.allSatisfy { $0 > 0x20 } ? String(rest) : nil
  }

  /// Under a country's code: names that are given out below them.
  private static let secondLevels: Set<String> = [
    "ac", "co", "com", "edu", "go", "gov", "gob", "gouv", "mil", "ne", "net", "nom", "or", "org", "pe", "re", "res",
    "sch", "hs", "kg", "asso", "nhs", "ltd", "plc", "in", "gen", "ind", "govt", "school", "nic", "mod", "police", "ad",
    "gr", "lg", "ed", "web", "k12",
  ]

  private static let shared: Set<String> = [
    "naver.com", "daum.net", "kakao.com", "tistory.com", "cafe24.com", "modoo.at", "imweb.me", "github.io",
    "github.com",
    "gitlab.io", "wordpress.com", "blogspot.com", "blogger.com", "facebook.com", "instagram.com", "linkedin.com",
    "twitter.com", "x.com", "youtube.com", "google.com", "wixsite.com", "weebly.com", "squarespace.com", "notion.site",
    "notion.so", "oopy.io", "medium.com", "wikipedia.org", "gmail.com", "hanmail.net", "nate.com", "hotmail.com",
    "outlook.com", "yahoo.com", "webnode.com", "jimdo.com", "jimdosite.com", "business.site", "strikingly.com",
    "godaddysites.com", "bit.ly", "linktr.ee", "smartstore.naver.com", "europa.eu", "myshopify.com", "tumblr.com",
    "researchgate.net", "typepad.com", "sites.google.com", "web.app", "netlify.app", "vercel.app", "carrd.co",
  ]
}
