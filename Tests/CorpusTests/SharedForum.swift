import Foundation
import forum_generator

/// The forum as the generator makes it, made once for all suites.
enum SharedForum {
  static let made = Result { try DemonstrationForum(Vocabulary.shipped()) }

  private static let madeFiles = Result { try made.get().files() }

  static func files() throws -> [GeneratedFile] { try madeFiles.get() }

  static func forum() throws -> DemonstrationForum { try made.get() }

  /// The package's root, found from where this file was compiled.
  static let packageFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let committedFolder = packageFolder.appendingPathComponent("Corpus/Forum", isDirectory: true)

  static func lines(_ name: String) throws -> [String] {
    guard let file = try files().first(where: { $0.path == name }) else { return [] }
    return file.text.split(separator: "\n").map(String.init)
  }

  static func objects(_ name: String) throws -> [[String: Any]] {
    try lines(name).compactMap { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
  }

  /// Every Korean text and title of the forum, with the id of its record.
  static func koreanTexts() throws -> [(id: String, text: String)] {
    let forum = try forum()
    var texts: [(id: String, text: String)] = []
    for record in forum.evidence {
      for text in [record.titles[.korean], record.texts[.korean]].compactMap(\.self) { texts.append((record.id, text)) }
    }
    for application in forum.applications where application.entry.language == .korean {
      let entry = application.entry
      texts.append((entry.id, ([entry.title, application.summary] + entry.offers).joined(separator: "\n")))
      texts.append((entry.id, entry.needs.map(\.statement).joined(separator: "\n")))
    }
    for file in ["academia.jsonl", "companies.jsonl"] {
      for object in try objects(file) {
        guard let id = object["id"] as? String, let summary = object["summary"] as? String else { continue }
        texts.append((id, summary))
      }
    }
    return texts
  }
}
