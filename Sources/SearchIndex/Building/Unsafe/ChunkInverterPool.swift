/// An inverter for every worker of a build.
///
/// Invariant that makes it safe to share: no two calls with the same worker overlap, so that each inverter belongs to
/// one thread at a time.
@safe
final class ChunkInverterPool: @unchecked Sendable {
  /// Keeps its memory from chunk to chunk.
  final class Place {
    var inverter = ChunkInverter()
  }

  private let places: [Place]

  init(workerCount: Int) { places = (0..<workerCount).map { _ in Place() } }

  subscript(worker: Int) -> Place { places[worker] }
}
