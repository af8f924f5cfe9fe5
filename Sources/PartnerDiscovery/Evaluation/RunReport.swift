/// What is printed of one run: its scores, and on request how sure they are.
public struct RunReport: Sendable {
  public let evaluation: RunEvaluation
  /// For each group its intervals; `nil` where none were asked for.
  public let intervals: [(label: String, intervals: [ScoreInterval])]?

  public init(
    _ evaluation: RunEvaluation, withIntervals: Bool, repetitionCount: Int = RunComparison.defaultRepetitionCount
  ) {
    self.evaluation = evaluation
    intervals =
      withIntervals
      ? evaluation.groups.map { ($0.label, evaluation.intervals(of: $0.label, repetitionCount: repetitionCount)) } : nil
  }

  /// Tables for people.
  public var text: String {
    guard let table = intervalTable else { return evaluation.table }
    return evaluation.table + "\n" + table.text
  }

  /// The same as Markdown.
  public var markdown: String {
    "## \(evaluation.runName)\n\n" + evaluation.textTable.markdown + (intervalTable.map { "\n" + $0.markdown } ?? "")
  }

  private var intervalTable: TextTable? {
    intervals.map { groups in
      TextTable(
        header: ["95 % interval"] + RunEvaluation.reportedMetrics.map(\.rawValue),
        rows: groups.filter { !$0.intervals.isEmpty }.map { group in
          [group.label] + group.intervals.map { TextTable.interval($0.lowerBound, $0.upperBound) }
        })
    }
  }
}

extension RunReport: Encodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// `{"all": {...}, "label": {...}}`; with intervals also `"intervals": {"all": [...], ...}`.
  public func encode(to encoder: any Encoder) throws {
    try evaluation.encode(to: encoder)
    guard let intervals else { return }
    var container = encoder.container(keyedBy: Key.self)
    var groups = container.nestedContainer(keyedBy: Key.self, forKey: Key("intervals"))
    for group in intervals { try groups.encode(group.intervals, forKey: Key(group.label)) }
  }
}
