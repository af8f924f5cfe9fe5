import MappingFiles

/// All mappings of a run, arranged by where their records stand in documents.
final class MappingCatalog: Sendable {
  /// A place in XML documents, by the path from the root.
  struct Place: Sendable {
    /// Places by the number of the element's name.
    var children: [(name: Int, place: Int)] = []
    /// Whether records stand directly in it.
    var isList = false
    var plan: Int?
    var answer: Int?
  }

  let mappings: [RecordMapping]
  let plans: [RecordPlan]
  let answers: [AnswerPlan]
  /// The first is the document.
  let places: [Place]
  /// Plans of records that stand anywhere, by the number of their element's name, and with the namespace that it must be in.
  private let anywhereByName: [[(namespace: String?, plan: Int)]]
  /// The names of everything that places and `anywhereByName` speak of.
  private let table: XMLNameTable
  /// Paths of JSON documents that lead to records or answers.
  let jsonPlaces: [JSONPlace]

  struct JSONPlace: Sendable {
    var path: [String]
    /// Keys without which an object of a file is none of these.
    var requiredKeys: [String]
    var plan: Int?
    var answer: Int?

    init(path: [String], conditions: [[RecordRule.Condition]], plan: Int? = nil, answer: Int? = nil) {
      self.path = path
      self.plan = plan
      self.answer = answer
      if let key = path.first {
        requiredKeys = [key]
      } else {
        // What every rule of the place asks for.
        let keys = conditions.map { conditions in
          conditions.compactMap { condition -> String? in
            switch condition.kind {
            case .present, .among: condition.path.steps.first?.name ?? condition.path.attribute
            case .absent, .notAmong: nil
            }
          }
        }
        requiredKeys = (keys.first ?? []).filter { key in keys.allSatisfy { $0.contains(key) } }
      }
    }
  }

  /// Those that Moim comes with, in order of name.
  static let builtInMappings: [RecordMapping] = MappingFiles.all.map { file in
    do throws(MappingFileError) {
      return try MappingFileParser.parse(file.bytes, name: file.name, isBuiltIn: true)
    } catch {
      preconditionFailure("a mapping of Moim's own is wrong: \(error)")
    }
  }

  static let builtIn = MappingCatalog(builtInMappings)

  /// The formats of the built-in mappings.
  static let formats: [IngestFormat] = {
    let known = Set(builtInMappings.lazy.filter { !$0.records.isEmpty }.map(\.format))
    return IngestFormat.allCases.filter { known.contains($0) || $0 == .mappedXML }
  }()

  /// - Parameter mappings: those that come first are asked first.
  init(_ mappings: [RecordMapping]) {
    self.mappings = mappings
    var places = [Place()]
    var childrenByPlace: [[String: Int]] = [[:]]
    var rulesByPlace: [[(rule: RecordRule, format: IngestFormat)]] = [[]]
    var answersByPlace: [AnswerRule?] = [nil]
    var anywhereRules: [(name: String, namespace: String?, rules: [(rule: RecordRule, format: IngestFormat)])] = []
    var json: [(path: [String], rules: [(rule: RecordRule, format: IngestFormat)], answer: AnswerRule?)] = []

    func place(_ path: FieldPath) -> Int {
      var place = 0
      for step in path.steps {
        if let known = childrenByPlace[place][step.name] {
          place = known
        } else {
          places.append(Place())
          childrenByPlace.append([:])
          rulesByPlace.append([])
          answersByPlace.append(nil)
          childrenByPlace[place][step.name] = places.count - 1
          place = places.count - 1
        }
      }
      return place
    }

    for mapping in mappings {
      for record in mapping.records {
        let rule = (rule: record, format: mapping.format)
        if record.path.steps.first?.name == "$" {
          let path = record.path.steps.dropFirst().map(\.name)
          if let known = json.firstIndex(where: { $0.path == path && $0.answer == nil }) {
            json[known].rules.append(rule)
          } else {
            json.append((path, [rule], nil))
          }
        } else if record.isAnywhere, let step = record.path.steps.first {
          let known = anywhereRules.firstIndex { $0.name == step.name && $0.namespace == step.namespace }
          if let known {
            anywhereRules[known].rules.append(rule)
          } else {
            anywhereRules.append((step.name, step.namespace, [rule]))
          }
        } else {
          rulesByPlace[place(record.path)].append(rule)
        }
      }
      for answer in mapping.answers {
        if answer.path.steps.first?.name == "$" {
          json.append((answer.path.steps.dropFirst().map(\.name), [], answer))
        } else {
          let place = place(answer.path)
          if answersByPlace[place] == nil { answersByPlace[place] = answer }
        }
      }
    }

    var plans: [RecordPlan] = []
    var answers: [AnswerPlan] = []
    for index in places.indices {
      if !rulesByPlace[index].isEmpty {
        plans.append(RecordPlan(rulesByPlace[index]))
        places[index].plan = plans.count - 1
        for parent in places.indices where childrenByPlace[parent].values.contains(index) {
          places[parent].isList = true
        }
      }
      if let answer = answersByPlace[index] {
        answers.append(AnswerPlan(answer))
        places[index].answer = answers.count - 1
      }
    }
    var anywhere: [String: [(namespace: String?, plan: Int)]] = [:]
    for entry in anywhereRules {
      plans.append(RecordPlan(entry.rules))
      anywhere[entry.name, default: []].append((entry.namespace, plans.count - 1))
    }
    jsonPlaces = json.map { entry in
      if let answer = entry.answer {
        answers.append(AnswerPlan(answer))
        return JSONPlace(path: entry.path, conditions: [answer.conditions], answer: answers.count - 1)
      }
      plans.append(RecordPlan(entry.rules))
      return JSONPlace(
        path: entry.path, conditions: entry.rules.map(\.rule.conditions), plan: plans.count - 1)
    }
    let names = FieldText.distinct((childrenByPlace.flatMap(\.keys) + anywhere.keys).sorted())
    for index in places.indices {
      places[index].children = names.enumerated().compactMap { number, name in
        childrenByPlace[index][name].map { (number, $0) }
      }
    }
    self.places = places
    self.plans = plans
    self.answers = answers
    anywhereByName = names.map { anywhere[$0] ?? [] }
    table = XMLNameTable(names)
  }

  /// The place that an element inside a place leads to.
  func place(of element: borrowing XMLElement, in place: Int) -> Int? {
    guard !places[place].children.isEmpty, let number = element.number(in: table) else { return nil }
    for index in places[place].children.indices where places[place].children[index].name == number {
      return places[place].children[index].place
    }
    return nil
  }

  /// The plan of a record that may stand anywhere.
  func plan(anywhere element: borrowing XMLElement) -> Int? {
    guard let number = element.number(in: table) else { return nil }
    for entry in anywhereByName[number] {
      guard let namespace = entry.namespace, !element.isInNamespace(namespace) else { return entry.plan }
    }
    return nil
  }
}
