/// Who might be introduced to whom at a forum, and under which limits. Applications and bodies are numbers.
public struct AllocationProblem: Hashable, Sendable {
  /// A body that fits an application.
  public struct Option: Hashable, Sendable {
    public var body: Int
    /// Quality of the match, see ``AllocationProblem/qualityRange``.
    public var quality: Int

    public init(body: Int, quality: Int) {
      self.body = body
      self.quality = quality
    }
  }

  /// An application and a body.
  public struct Pair: Hashable, Comparable, Sendable, Codable {
    public var application: Int
    public var body: Int

    public init(application: Int, body: Int) {
      self.application = application
      self.body = body
    }

    public static func < (left: Self, right: Self) -> Bool {
      (left.application, left.body) < (right.application, right.body)
    }
  }

  /// Whole numbers, so that sums and thresholds are exact.
  public static let qualityRange = 1...10_000
  /// What a wish of both sides adds to a match: more than any match is worth.
  public static let mutualWishBonus = 10_000
  /// What a wish of one side adds.
  public static let wishBonus = 1000

  /// By application, each body at most once.
  public var options: [[Option]]
  /// Introductions that each body gets, at most.
  public var capacities: [Int]
  /// Suggestions for each application, at most.
  public var suggestionCount: Int
  /// By body.
  public var isNewcomer: [Bool]
  /// Introductions that go to newcomers, in percent of all that can be made.
  public var newcomerPercent: Int
  /// Introductions that are made whatever else is decided, also beyond a body's capacity.
  public var pins: [Pair]
  /// Introductions that are not made.
  public var vetoes: [Pair]
  /// Matches that the applicant, or the body, has asked for; one that stands here twice is wished by both.
  public var wishes: [Pair]

  public init(
    options: [[Option]], capacities: [Int], suggestionCount: Int = 3, isNewcomer: [Bool]? = nil,
    newcomerPercent: Int = 0, pins: [Pair] = [], vetoes: [Pair] = [], wishes: [Pair] = []
  ) {
    self.options = options
    self.capacities = capacities
    self.suggestionCount = suggestionCount
    self.isNewcomer = isNewcomer ?? Array(repeating: false, count: capacities.count)
    self.newcomerPercent = newcomerPercent
    self.pins = pins
    self.vetoes = vetoes
    self.wishes = wishes
  }

  func validate() throws(ConsortiumError) {
    for pair in pins + vetoes + wishes {
      guard options.indices.contains(pair.application) else {
        throw .unknownApplication(number: pair.application, count: options.count)
      }
      guard capacities.indices.contains(pair.body) else {
        throw .unknownBody(number: pair.body, count: capacities.count)
      }
    }
    for (application, options) in options.enumerated() {
      var seen: Set<Int> = []
      for option in options {
        guard capacities.indices.contains(option.body) else {
          throw .unknownBody(number: option.body, count: capacities.count)
        }
        guard seen.insert(option.body).inserted else {
          throw .duplicateOption(application: application, body: option.body)
        }
        guard Self.qualityRange.contains(option.quality) else {
          throw .invalidQuality(option.quality, range: Self.qualityRange)
        }
      }
    }
  }
}
