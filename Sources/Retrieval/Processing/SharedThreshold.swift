import Synchronization

/// A score that as many documents reach as are wanted, told by each part of a query's work to the others.
///
/// How much a part need not look at depends on who was faster; what is found does not, as no document with a smaller score
/// can be among the best.
final class SharedThreshold: Sendable {
  private let known = Atomic<Int32>(0)

  /// In units of the query's ``FixedPoint``.
  var score: Int32 { known.load(ordering: .relaxed) }

  func raise(to score: Int32) { known.max(score, ordering: .relaxed) }
}
