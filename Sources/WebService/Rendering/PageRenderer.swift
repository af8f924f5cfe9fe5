import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird
import NIOCore

/// Makes answers out of templates.
struct PageRenderer: Sendable {
  let templates: TemplateLibrary

  /// - Parameters:
  ///   - title: of the page, without the name of the program.
  ///   - notice: said at the top, once.
  func page(
    _ template: String, title: Bilingual, _ content: some Sendable, status: HTTPResponse.Status = .ok,
    notice: Bilingual? = nil, scripts: [String] = [], _ context: DeskRequestContext
  ) throws -> Response {
    let language = context.language
    let layout = PageLayout(
      language: language.rawValue, title: title[language], userName: context.account?.displayName,
      navigation: Navigation.links(for: context), otherLanguage: Navigation.otherLanguage(context),
      formToken: context.formToken, notice: notice?[language], scripts: scripts)
    guard let html = templates.rendered(template, RenderedPage(layout: layout, page: content), language: language)
    else {
      throw MissingTemplate(name: template)
    }
    return Self.html(html, status: status)
  }

  /// A part of a page, without what stands around it.
  func fragment(_ template: String, _ content: some Sendable, _ language: Language) throws -> String {
    guard let html = templates.rendered(template, content, language: language) else {
      throw MissingTemplate(name: template)
    }
    return html
  }

  static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}

struct MissingTemplate: Error, CustomStringConvertible {
  var name: String
  var description: String { "there is no template \(name)" }
}
