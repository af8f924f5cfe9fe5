import ForumDesk
import ForumRecords
import Hummingbird

/// What every page shows around its own content.
struct PageLayout: Sendable {
  struct Link: Sendable {
    var label: String
    var address: String
    var isCurrent = false
  }

  var language: String
  var title: String
  var userName: String?
  var navigation: [Link]
  /// The same page in the other language.
  var otherLanguage: Link
  /// For the hidden field of every form.
  var formToken: String
  var notice: String?
  /// Of the sections that a script may improve, by the name of its file.
  var scripts: [String]
}

/// A page: the layout around some content.
struct RenderedPage<Content: Sendable>: Sendable {
  var layout: PageLayout
  var page: Content
}

/// Pages that need no content of their own.
struct NoContent: Sendable {}
