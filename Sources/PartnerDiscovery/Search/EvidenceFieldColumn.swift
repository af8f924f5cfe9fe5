import PartnerRanking
import ResearchFields
import SearchIndex

/// The fields of research of every piece of evidence, as the index's attributes say, to count what organisations work in.
struct EvidenceFieldColumn: Sendable {
  /// Places in the list of fields plus one, in four bytes; those of wider fields above others left out.
  private var fields: [SIMD4<UInt8>]

  /// - Complexity: linear in the evidence and its fields; four bytes for each piece.
  init(_ collection: CollectionSnapshot, list: FieldList = .standard) {
    fields = Array(repeating: .zero, count: collection.documentCount)
    for (number, segment) in collection.segments.enumerated() {
      let base = collection.documentBases[number]
      for (ordinal, combination) in segment.reader.attributeCombinations.enumerated() {
        let place = IndexContents.Attribute.field.rawValue
        guard place < combination.count, let field = list.place(of: combination[place]), field < 255 else { continue }
        for document in segment.reader.documents(withCombination: ordinal) {
          Self.add(UInt8(field + 1), to: &fields[base + Int(document)], list)
        }
      }
    }
  }

  /// Keeps what is there unless the new field is a part of it; drops the new one where a part of it is there.
  private static func add(_ field: UInt8, to known: inout SIMD4<UInt8>, _ list: FieldList) {
    let id = list.fields[Int(field) - 1].id
    let parent = list.fields[Int(field) - 1].parentID
    for index in 0..<4 {
      if known[index] == 0 {
        known[index] = field
        return
      }
      let other = list.fields[Int(known[index]) - 1]
      if other.parentID == id { return }
      if other.id == parent {
        known[index] = field
        return
      }
    }
  }

  /// The fields that most of the evidence is of, the most frequent first, equals in order of the list.
  func mostFrequent(
    in evidence: ArraySlice<UInt32>, limit: Int, list: FieldList = .standard
  ) -> [(field: ResearchField, count: Int)] {
    var counts = Array(repeating: 0, count: list.fields.count)
    for number in evidence {
      let fields = fields[Int(number)]
      for index in 0..<4 where fields[index] != 0 { counts[Int(fields[index]) - 1] += 1 }
    }
    let found = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$1], $0) < (counts[$0], $1) }
    return found.prefix(limit).map { (list.fields[$0], counts[$0]) }
  }
}
