import ForumDesk
import Mustache

/// The pages' templates in each language.
///
/// A template says every text in both languages at once, `[[한국어|English]]`, so that neither can be forgotten. The library
/// makes one Mustache library of each language from them.
struct TemplateLibrary: Sendable {
  enum Problem: Error, Equatable, CustomStringConvertible {
    /// `[[` without `|` or without `]]`.
    case unfinishedText(template: String, line: Int)
    case unreadable(template: String, detail: String)

    var description: String {
      switch self {
      case .unfinishedText(let template, let line):
        "template \(template), line \(line): a text needs both languages, as [[한국어|English]]"
      case .unreadable(let template, let detail): "template \(template) is no Mustache: \(detail)"
      }
    }
  }

  private static let contentType = "MOIM_HTML"

  /// The escaping of pages, which goes by bytes; Mustache's own goes by characters.
  private struct EscapedHTML: MustacheContentType {
    func escapeText(_ text: String) -> String { HTMLText.escaped(text) }
  }

  private let korean: MustacheLibrary
  private let english: MustacheLibrary

  /// - Parameter templates: by name, with texts in both languages.
  init(_ templates: [(name: String, source: String)]) throws(Problem) {
    korean = try Self.library(templates, .korean)
    english = try Self.library(templates, .english)
  }

  /// Fills a template in; `nil` where there is none of this name.
  func rendered(_ name: String, _ values: some Sendable, language: Language) -> String? {
    (language == .korean ? korean : english).render(TemplateValues.of(values) as Any, withTemplate: name)
  }

  private static func library(
    _ templates: [(name: String, source: String)], _ language: Language
  ) throws(Problem) -> MustacheLibrary {
    var library = MustacheLibrary()
    MustacheContentTypes.register(EscapedHTML(), named: contentType)
    for (name, source) in templates {
      let text = try translated(source, language, template: name)
      do {
        try library.register("{{% CONTENT_TYPE:\(contentType)}}" + text, named: name)
      } catch {
        throw .unreadable(template: name, detail: "\(error)")
      }
    }
    return library
  }

  /// The text with one language of each pair.
  static func translated(_ source: String, _ language: Language, template: String) throws(Problem) -> String {
    var result = ""
    var rest = source[...]
    while let opening = rest.firstRange(of: "[[") {
      result += rest[..<opening.lowerBound]
      let after = rest[opening.upperBound...]
      guard let closing = after.firstRange(of: "]]"),
        let bar = after[..<closing.lowerBound].firstIndex(of: "|")
      else {
        let line = source[..<opening.lowerBound].count { $0 == "\n" } + 1
        throw .unfinishedText(template: template, line: line)
      }
      result += language == .korean ? after[..<bar] : after[after.index(after: bar)..<closing.lowerBound]
      rest = after[closing.upperBound...]
    }
    return result + rest
  }
}
