import Foundation
import IndexStorage

/// Allocations of a workspace: numbered files in `allocations/`, never changed, and which of them holds now.
public struct AllocationStore {
  private let folder: String

  public init(_ workspace: Workspace) { folder = workspace.path + "/allocations" }

  private var currentPath: String { folder + "/current" }

  private func path(_ id: String) -> String { folder + "/\(id).json" }

  /// The numbers of stored runs, oldest first.
  public var ids: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".json") && $0.dropLast(5).allSatisfy(\.isNumber) }.map {
      String($0.dropLast(5))
    }
    .sorted { (Int($0) ?? 0) < (Int($1) ?? 0) }
  }

  /// The run that holds now; `nil` before the first.
  public var currentID: String? {
    guard let text = try? String(contentsOfFile: currentPath, encoding: .utf8) else { return ids.last }
    let id = text.filter { !$0.isWhitespace }
    return ids.contains(id) ? id : ids.last
  }

  /// - Throws: ``ConsortiumInputError/noRun(id:known:)``, or what the file has wrong.
  public func run(_ id: String) throws -> AllocationRun {
    // Numbers may be given without their zeros.
    guard let known = ids.first(where: { $0 == id || Int($0) == Int(id) }) else {
      throw ConsortiumInputError.noRun(id: id, known: ids)
    }
    return try JSONInput.read(path: path(known), shape: "what 'moim allocate' writes")
  }

  /// Stores a run under the next number and makes it the one that holds. Written to a temporary name, synced and
  /// renamed, the run before its being current.
  ///
  /// - Returns: its number.
  public func store(_ run: AllocationRun) throws -> String {
    try FileSystem.createFolder(folder)
    let number = (ids.last.flatMap { Int($0) } ?? 0) + 1
    let id = String(repeating: "0", count: max(0, 4 - String(number).count)) + String(number)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try FileSystem.replaceFile(at: path(id), with: Array(try encoder.encode(run)) + [0x0A])
    try FileSystem.replaceFile(at: currentPath, with: Array((id + "\n").utf8))
    return id
  }

  /// Makes an earlier run hold again; nothing is deleted.
  ///
  /// - Returns: its number.
  public func rollBack(to id: String) throws -> String {
    _ = try run(id)
    guard let known = ids.first(where: { $0 == id || Int($0) == Int(id) }) else {
      throw ConsortiumInputError.noRun(id: id, known: ids)
    }
    try FileSystem.replaceFile(at: currentPath, with: Array((known + "\n").utf8))
    return known
  }
}
