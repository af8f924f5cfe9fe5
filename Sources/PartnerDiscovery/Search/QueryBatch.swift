import Foundation
import ResearchProfiles

/// A file of queries, a JSON object a line: `{"id", "text"}` and optionally `kinds`, `countries`, `regions`, `fields`.
public struct QueryBatch: Sendable {
  public struct Query: Hashable, Sendable {
    public var id: String
    public var text: String
    public var filter: SearchFilter
  }

  public let queries: [Query]

  private struct Line: Decodable {
    var id: String
    var text: String
    var kinds: [OrganizationKind]?
    var countries: [String]?
    var regions: [String]?
    var fields: [String]?
  }

  /// - Parameter defaultFilter: holds for whatever a line does not say itself.
  /// - Throws: ``DiscoveryError/malformedQuery(file:line:reason:)`` with the first line that is none.
  public init(path: String, defaultFilter: SearchFilter = SearchFilter()) throws(DiscoveryError) {
    let data: Data
    do { data = try Data(contentsOf: URL(filePath: path)) } catch {
      throw .unreadable(path: path, reason: "the file is missing or not readable")
    }
    let decoder = JSONDecoder()
    var queries: [Query] = []
    var firstLines: [String: Int] = [:]
    for (number, bytes) in data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard bytes.contains(where: { $0 > 0x20 }) else { continue }
      do {
        let line = try decoder.decode(Line.self, from: Data(bytes))
        // A run separates its columns by blanks and tells queries apart by their ids.
        guard !line.id.isEmpty, !line.id.contains(where: \.isWhitespace) else { throw UnusableID.blank }
        if let first = firstLines.updateValue(number + 1, forKey: line.id) { throw UnusableID.repeated(line: first) }
        let fields = try line.fields.map {
          try SearchFilter(kindNames: [], countries: [], regions: [], fieldNames: $0).fields
        }
        queries.append(
          Query(
            id: line.id, text: line.text,
            filter: SearchFilter(
              kinds: line.kinds ?? defaultFilter.kinds, countries: line.countries ?? defaultFilter.countries,
              regions: line.regions ?? defaultFilter.regions, fields: fields ?? defaultFilter.fields)))
      } catch {
        throw .malformedQuery(file: path, line: number + 1, reason: Self.reason(error))
      }
    }
    self.queries = queries
  }

  private enum UnusableID: Error {
    case blank
    case repeated(line: Int)
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case UnusableID.blank: "the \"id\" is empty or holds blanks, which a run cannot carry"
    case UnusableID.repeated(let line): "the \"id\" is that of line \(line)"
    case DiscoveryError.unknownField(let name):
      "\"fields\" holds '\(name.prefix(64))', which 'moim fields' does not list"
    case DecodingError.keyNotFound(let key, _): "the key \"\(key.stringValue)\" is missing"
    case DecodingError.typeMismatch(_, let context):
      "\"\(context.codingPath.last?.stringValue ?? "the line")\" is of the wrong type"
    case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
      "\"\(context.codingPath[0].stringValue)\" has an unknown value"
    default: "this is no JSON object"
    }
  }
}
