import Foundation
import ResearchFields
import ResearchProfiles
import Testing

/// Real projects whose fields people have told: how often text agrees with them.
struct CordisFieldTests {
  private static let folder: String? = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return ["../shared/data/cordis/with-namespace", "../../shared/data/cordis/with-namespace"]
      .map { root.appendingPathComponent($0).standardizedFileURL.path }
      .first { FileManager.default.fileExists(atPath: $0) }
  }()

  private func texts(_ element: String, in xml: Substring) -> [String] {
    xml.split(separator: "<\(element)>").dropFirst().compactMap {
      $0.split(separator: "</\(element)>").first.map(String.init)
    }
  }

  @Test(.enabled(if: folder != nil, "the folder ../shared/data is absent"))
  func `text tells a field of the codes' first level for most projects`() throws {
    let folder = try #require(Self.folder)
    let classifier = FieldClassifier()
    var counts = (coded: 0, told: 0, agreed: 0)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".xml") {
      let xml = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)[...]
      let paths = xml.split(separator: "<category classification=\"euroSciVoc\"").dropFirst()
        .compactMap { texts("displayCode", in: $0).first ?? texts("title", in: $0).first }
      let codes = paths.map { ClassificationCode(scheme: .euroSciVoc, code: $0) }
      let coded = Set(classifier.fields(codes: codes).map { $0.field.prefix { $0 != "." } })
      guard !coded.isEmpty else { continue }
      counts.coded += 1
      let text = (texts("title", in: xml).prefix(1) + texts("objective", in: xml).prefix(1)).joined(separator: " ")
      let told = classifier.fields(text: text)
      guard let first = told.first else { continue }
      counts.told += 1
      if coded.contains(first.field.prefix { $0 != "." }) { counts.agreed += 1 }
    }
    print("fields by text: \(counts)")
    #expect(counts.told * 10 >= counts.coded * 7)
    #expect(counts.agreed * 10 >= counts.told * 5)
  }
}
