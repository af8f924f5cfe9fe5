import ArgumentParser
import PartnerDiscovery

/// How much memory building an index may take.
struct MemoryOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Memory for building the index, such as 256M or 2G (default: \(MemorySize(byteCount: IndexMemory.usualByteCount)), "
        + "at least \(MemorySize(byteCount: IndexMemory.smallestByteCount))). What is mapped from files comes on top.",
      valueName: "size"))
  var memory: MemorySize?

  var byteCount: Int { memory?.byteCount ?? IndexMemory.usualByteCount }

  func validate() throws {
    if byteCount < IndexMemory.smallestByteCount {
      throw ValidationError(
        "--memory must be at least \(MemorySize(byteCount: IndexMemory.smallestByteCount)), not "
          + "\(MemorySize(byteCount: byteCount)).")
    }
  }
}
