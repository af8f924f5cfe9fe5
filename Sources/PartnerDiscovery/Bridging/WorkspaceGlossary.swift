import Foundation
import GlossaryFiles
import IndexStorage
import TermBridging
import TextAnalysis

/// The glossary of a workspace: the one that the binary carries, and the tables in the workspace's folder `glossary`.
///
/// A concept of the workspace replaces the carried one with the same id.
struct WorkspaceGlossary: Sendable {
  let concepts: [GlossaryConcept]
  /// What is wrong in the workspace's own tables, a sentence each.
  let issues: [String]

  init(_ workspace: Workspace) {
    var own = GlossaryReader()
    var issues: [String] = []
    let names = (try? FileSystem.names(in: workspace.glossaryPath)) ?? []
    for name in names where name.hasSuffix(".tsv") {
      let path = workspace.glossaryPath + "/" + name
      do {
        own.read(file: path, bytes: [UInt8](try Data(contentsOf: URL(filePath: path))))
      } catch {
        issues.append("\(path) cannot be read: the terms in it bridge nothing")
      }
    }
    var carried = GlossaryReader()
    for file in GlossaryFiles.all { carried.read(file: file.name, bytes: file.bytes) }
    let replaced = Set(own.concepts.map(\.id))
    concepts = own.concepts + carried.concepts.filter { !replaced.contains($0.id) }
    self.issues = issues + (own.issues + carried.issues).map(\.description)
  }
}
