import ForumDesk

/// Which part of a list is shown.
struct Pager: Sendable {
  var previous: String?
  var next: String?
  var text: String

  /// - Parameters:
  ///   - page: from 1.
  ///   - address: of a page by its number.
  /// - Returns: `nil` where one page holds everything.
  init?(page: Int, size: Int, total: Int, _ language: Language, address: (Int) -> String) {
    let count = (total + size - 1) / size
    guard count > 1 else { return nil }
    previous = page > 1 ? address(page - 1) : nil
    next = page < count ? address(page + 1) : nil
    text = Bilingual("\(count)쪽 가운데 \(page)쪽", "page \(page) of \(count)")[language]
  }
}
