/// Which methods and figures belong to an object, and which objects to a product, so that no text pairs strangers.
package struct TopicFits: Sendable {
  private var methods: [Int: [Int]] = [:]
  private var metrics: [Int: [Int]] = [:]
  private var objects: [Int: [Int]] = [:]

  package init() {}

  /// Positions of the methods that suit the object.
  package func methods(ofObject position: Int) -> [Int] { methods[position, default: []] }
  /// Positions of the figures that describe the object.
  package func metrics(ofObject position: Int) -> [Int] { metrics[position, default: []] }
  /// Positions of the objects that the product may hold.
  package func objects(ofProduct position: Int) -> [Int] { objects[position, default: []] }

  /// Reads `fits.txt`; every object and every product of every topic must be there.
  static func read(_ text: String, into topics: inout [Topic]) throws(GenerationError) {
    for line in VocabularyLine.lines(of: text, file: "fits.txt") {
      let fields = line.fields(of: line.text)
      guard fields.count == 2, let index = topics.firstIndex(where: { $0.id == fields[0] }) else {
        throw line.error("expected topic | object=methods and figures ...")
      }
      for entry in fields[1].split(separator: " ") { try topics[index].fits.add(entry, line) }
    }
    for topic in topics {
      for object in topic.objects.indices {
        try check(topic.fits.methods(ofObject: object), below: topic.methods.count, topic, "object \(object + 1)")
        try check(topic.fits.metrics(ofObject: object), below: topic.metrics.count, topic, "object \(object + 1)")
      }
      for product in topic.products.indices {
        try check(topic.fits.objects(ofProduct: product), below: topic.objects.count, topic, "product \(product + 1)")
      }
    }
  }

  private mutating func add(_ entry: Substring, _ line: VocabularyLine) throws(GenerationError) {
    let sides = entry.split(separator: "=")
    guard sides.count == 2, let number = Int(sides[0].filter(\.isNumber)), number > 0 else {
      throw line.error("cannot read \(entry)")
    }
    let isProduct = sides[0].hasPrefix("g")
    var target: Character = " "
    for character in sides[1] {
      guard let value = character.wholeNumberValue else {
        target = character
        continue
      }
      switch (isProduct, target) {
      case (false, "m"): methods[number - 1, default: []].append(value - 1)
      case (false, "x"): metrics[number - 1, default: []].append(value - 1)
      case (true, "o"): objects[number - 1, default: []].append(value - 1)
      default: throw line.error("cannot read \(entry)")
      }
    }
  }

  private static func check(
    _ positions: [Int], below count: Int, _ topic: Topic, _ place: String
  ) throws(GenerationError) {
    guard !positions.isEmpty, positions.allSatisfy({ (0..<count).contains($0) }) else {
      throw .badLine(file: "fits.txt", line: 0, reason: "\(topic.id): \(place) has no fit or one out of range")
    }
  }
}
