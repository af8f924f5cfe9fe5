public import ForumDesk

/// Values of one kind, one for each category of a chart.
public struct ChartSeries: Hashable, Sendable {
  public var name: Bilingual
  /// Not negative.
  public var values: [Double]

  public init(name: Bilingual, values: [Double]) {
    self.name = name
    self.values = values
  }
}
