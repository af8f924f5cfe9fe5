import Foundation
import GlossaryFiles
import TermBridging
import Testing
import TextAnalysis

@Suite struct CarriedGlossaryTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Corpus/Glossary")

  @Test func `the binary carries every table of the corpus as it stands`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".tsv") }
    #expect(GlossaryFiles.all.map(\.name) == names.sorted())
    for file in GlossaryFiles.all {
      #expect(Data(file.bytes) == (try Data(contentsOf: Self.folder.appending(path: file.name))), "\(file.name)")
    }
  }

  @Test func `every line is a concept, and every preferred form is found again`() {
    var reader = GlossaryReader()
    for file in GlossaryFiles.all { reader.read(file: file.name, bytes: file.bytes) }
    #expect(reader.issues.isEmpty)
    #expect(reader.concepts.count >= 600)
    let glossary = Glossary(reader.concepts, analyzer: Samples.analyzer)
    for (number, concept) in glossary.concepts.enumerated() {
      for form in [concept.korean[0], concept.english[0]] {
        #expect(glossary.mentions(in: form).contains { $0.concepts.contains(number) }, "\(concept.id): \(form)")
      }
    }
  }
}
