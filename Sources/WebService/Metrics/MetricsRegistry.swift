import CoreMetrics
import Synchronization

/// Keeps the metrics of one server (a backend of swift-metrics) and writes them as Prometheus' text format 0.0.4.
final class MetricsRegistry: MetricsFactory, Sendable {
  private struct Key: Hashable, Comparable {
    var name: String
    /// As they are written, in order of their names.
    var labels: String

    static func < (left: Self, right: Self) -> Bool {
      left.name != right.name ? left.name < right.name : left.labels < right.labels
    }
  }

  /// Seconds: what people notice lies between a hundredth and a few.
  static let durationBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
  /// Of anything else that is recorded.
  static let sizeBounds = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8]
  /// Series beyond these are counted nowhere: whatever a client sends cannot fill the memory.
  static let seriesLimit = 4096

  private let series = Mutex<[Key: MetricSeries]>([:])
  private let help: [String: String]

  /// - Parameter help: sentences by the names of metrics as they are written.
  init(help: [String: String] = [:]) { self.help = help }

  func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    series(label + "_total", dimensions) { MetricSeries(.counter) }
  }

  func makeFloatingPointCounter(
    label: String, dimensions: [(String, String)]
  ) -> any FloatingPointCounterHandler {
    series(label + "_total", dimensions) { MetricSeries(.counter) }
  }

  func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    series(label, dimensions) { MetricSeries(.gauge) }
  }

  func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
    series(label, dimensions) { aggregate ? MetricSeries(.histogram, bounds: Self.sizeBounds) : MetricSeries(.gauge) }
  }

  func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    series(label + "_seconds", dimensions) { MetricSeries(.histogram, bounds: Self.durationBounds, scale: 1e-9) }
  }

  func destroyCounter(_ handler: any CounterHandler) { remove(handler) }
  func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) { remove(handler) }
  func destroyMeter(_ handler: any MeterHandler) { remove(handler) }
  func destroyRecorder(_ handler: any RecorderHandler) { remove(handler) }
  func destroyTimer(_ handler: any TimerHandler) { remove(handler) }

  private func remove(_ handler: AnyObject) {
    series.withLock { series in series = series.filter { $0.value !== handler } }
  }

  private func series(
    _ label: String, _ dimensions: [(String, String)], make: () -> MetricSeries
  ) -> MetricSeries {
    let key = Key(name: Self.name(label), labels: Self.labels(dimensions))
    return series.withLock { series in
      if let known = series[key] { return known }
      let made = make()
      if series.count < Self.seriesLimit { series[key] = made }
      return made
    }
  }

  /// Everything, in order of name and labels.
  ///
  /// - Complexity: linear in the series.
  var text: String {
    var text = ""
    var lastName = ""
    for (key, series) in series.withLock({ $0.sorted { $0.key < $1.key } }) {
      if key.name != lastName {
        if let sentence = help[key.name] { text += "# HELP \(key.name) \(sentence)\n" }
        text += "# TYPE \(key.name) \(series.kind.rawValue)\n"
        lastName = key.name
      }
      let state = series.current
      guard series.kind == .histogram else {
        text += "\(key.name)\(Self.braced(key.labels)) \(Self.number(state.value))\n"
        continue
      }
      let prefix = key.labels.isEmpty ? "" : key.labels + ","
      var count: UInt64 = 0
      for (place, bound) in series.bounds.enumerated() {
        count += state.bucketCounts[place]
        text += "\(key.name)_bucket{\(prefix)le=\"\(Self.number(bound))\"} \(count)\n"
      }
      text += "\(key.name)_bucket{\(prefix)le=\"+Inf\"} \(state.count)\n"
      text += "\(key.name)_sum\(Self.braced(key.labels)) \(Self.number(state.sum))\n"
      text += "\(key.name)_count\(Self.braced(key.labels)) \(state.count)\n"
    }
    return text
  }

  private static func braced(_ labels: String) -> String { labels.isEmpty ? "" : "{\(labels)}" }

  private static func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }

  /// Letters, digits and underscores, not beginning with a digit.
  private static func name(_ text: String) -> String {
    let letters = text.unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", ":": Character(scalar)
      default: "_"
      }
    }
    let name = String(letters)
    return name.first?.isNumber == true ? "_" + name : name
  }

  private static func labels(_ dimensions: [(String, String)]) -> String {
    dimensions.sorted { $0.0 < $1.0 }.map { label, value in
      let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      return "\(name(label))=\"\(escaped)\""
    }.joined(separator: ",")
  }
}
