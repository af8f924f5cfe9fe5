import Foundation
import IndexStorage
public import PartnerRanking

/// Policies as JSON files.
public enum PolicyFile {
  /// - Throws: ``PolicyFileError`` naming the file, the key and what to do.
  public static func read(_ path: String) throws(PolicyFileError) -> RankingPolicy {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw .unreadable(file: path, detail: error.localizedDescription)
    }
    return try policy(from: Array(data), file: path)
  }

  /// The same from bytes that errors call `file`.
  public static func policy(from bytes: [UInt8], file: String) throws(PolicyFileError) -> RankingPolicy {
    let data = Data(bytes)
    struct Version: Decodable {
      var format: Int
    }
    let policy: RankingPolicy
    do {
      // The version is looked at first: another one may have other keys.
      let version = try JSONDecoder().decode(Version.self, from: data)
      guard version.format == RankingPolicy.currentFormat else {
        throw PolicyFileError.invalid(
          file: file, .unsupportedFormat(found: version.format, supported: RankingPolicy.currentFormat))
      }
      policy = try JSONDecoder().decode(RankingPolicy.self, from: data)
    } catch let error as DecodingError {
      throw PolicyFileError(error, file: file)
    } catch let error as PolicyFileError {
      throw error
    } catch {
      throw .unreadable(file: file, detail: "\(error)")
    }
    do {
      try policy.validate()
    } catch {
      throw .invalid(file: file, error)
    }
    return policy
  }

  /// The policy as JSON with sorted keys: the same policy gives the same bytes.
  public static func json(_ policy: RankingPolicy) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(policy), as: UTF8.self) + "\n"
  }

  /// Replaces the file as a whole.
  public static func write(_ policy: RankingPolicy, to path: String) throws {
    try FileSystem.replaceFile(at: path, with: Array(try json(policy).utf8))
  }
}
