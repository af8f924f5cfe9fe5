import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a drawing holds, read by a parser of XML: `nil` where it is not well formed.
final class SVGShape: NSObject, XMLParserDelegate {
  struct PlacedText {
    var x: Double
    var y: Double
    var anchor: String
    var fontSize: Double
    var angle: String?
    var kind: String
    var text: String
  }

  struct Rectangle {
    var kind: String
    var width: Double
  }

  private(set) var root: [String: String] = [:]
  private(set) var texts: [String: [String]] = [:]
  private(set) var placedTexts: [PlacedText] = []
  private(set) var rectangles: [Rectangle] = []
  private var content = ""
  private var attributes: [String: String] = [:]

  init?(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    if !parser.parse() { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if root.isEmpty { root = attributes }
    if name == "rect", let kind = attributes["class"], let width = attributes["width"].flatMap({ Double($0) }) {
      rectangles.append(Rectangle(kind: kind, width: width))
    }
    self.attributes = attributes
    content = ""
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { content += characters }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    texts[name, default: []].append(content)
    guard name == "text", let x = attributes["x"].flatMap({ Double($0) }),
      let y = attributes["y"].flatMap({ Double($0) }),
      let size = attributes["font-size"].flatMap({ Double($0) })
    else { return }
    placedTexts.append(
      PlacedText(
        x: x, y: y, anchor: attributes["text-anchor"] ?? "start", fontSize: size, angle: attributes["transform"],
        kind: attributes["class"] ?? "", text: content))
  }
}
