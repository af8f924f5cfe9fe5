import Synchronization

/// Takes results that nobody needs, so that the work for them cannot be left out.
enum Blackhole {
  private static let sink = Atomic<UInt64>(0)

  static func take(_ value: UInt64) { sink.wrappingAdd(value, ordering: .relaxed) }
}
