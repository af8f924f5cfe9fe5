public import TextAnalysis

/// The segments of one collection at one moment, and the statistics that scores need.
public struct CollectionSnapshot: Sendable {
  public let name: String
  public let configuration: IndexConfiguration
  public let segments: [LiveSegment]
  /// The number of the first document of each segment in the numbering over all segments, and the end.
  public let documentBases: [Int]

  init(name: String, configuration: IndexConfiguration, segments: [LiveSegment]) {
    self.name = name
    self.configuration = configuration
    self.segments = segments
    documentBases = segments.reduce(into: [0]) { bases, segment in
      bases.append(bases[bases.count - 1] + segment.documentCount)
    }
  }

  /// Documents with deleted ones, as document frequencies count them too until the next merge.
  public var documentCount: Int { documentBases[documentBases.count - 1] }

  public var liveCount: Int { segments.reduce(0) { $0 + $1.liveCount } }

  /// Mean weighted length in a stream.
  public func averageLength(of stream: TermStream) -> Float {
    Impact.averageLength(
      total: segments.reduce(UInt64(0)) { $0 + $1.reader.totalLengths[Int(stream.rawValue)] },
      documentCount: documentCount)
  }

  /// Segment and document of a number in the numbering over all segments.
  public func locate(_ number: Int) -> (segment: Int, document: Int) {
    var segment = 0
    while documentBases[segment + 1] <= number { segment += 1 }
    return (segment, number - documentBases[segment])
  }

  /// The live document with that id, in the numbering over all segments.
  public func document(withID id: String) -> Int? {
    for (number, segment) in segments.enumerated() {
      if let document = segment.document(withID: id) { return documentBases[number] + document }
    }
    return nil
  }

  public func id(of number: Int) -> String {
    let place = locate(number)
    return segments[place.segment].reader.id(of: place.document)
  }
}

extension CollectionSnapshot {
  /// A collection without documents, made like this one.
  public func emptied(as name: String) -> CollectionSnapshot {
    CollectionSnapshot(name: name, configuration: configuration, segments: [])
  }
}
