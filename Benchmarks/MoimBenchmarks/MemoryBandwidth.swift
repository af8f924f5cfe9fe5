/// What the machine's memory gives one thread: nothing that touches as many bytes can be faster.
struct MemoryBandwidth {
  /// Working sets: within the first cache, the second, the last, and memory.
  static let byteCounts = [16 << 10, 256 << 10, 8 << 20, 1 << 30]
  private static let scatteredCount = 1 << 20

  private var measured: [Int: Double] = [:]

  /// That of the smallest working set measured that is no smaller, else that of memory.
  func gigabytesPerSecond(forWorkingSet byteCount: Double) -> Double {
    let fitting = Self.byteCounts.first { Double($0) >= byteCount } ?? Self.byteCounts[Self.byteCounts.count - 1]
    return measured[fitting] ?? 0
  }

  static func name(_ byteCount: Int) -> String {
    let units = [(30, "GiB"), (20, "MiB"), (10, "KiB")]
    let (shift, unit) = units.first { byteCount >> $0.0 > 0 } ?? (0, "bytes")
    return "sums the bytes of \(byteCount >> shift) \(unit)"
  }

  static let scatteredName = "reads 64 bytes at scattered places in 1 GiB"

  mutating func run(_ report: BenchmarkReport) throws {
    for byteCount in Self.byteCounts {
      try report.measure(Self.name(byteCount)) { name in
        let memory = StreamedMemory(byteCount: byteCount)
        // Small sets are read many times over for a time that a clock sees.
        let repeats = max(1, (4 << 20) / byteCount)
        guard byteCount > 8 << 20 || memory.sumOfBytes() == memory.sumOfBytesSlowly() else {
          throw BenchmarkError.wrongAnswer(benchmark: name, detail: "the sum is another")
        }
        let sample = Stopwatch.sample(count: 5) { _ in
          var total: UInt64 = 0
          for _ in 0..<repeats { total &+= memory.sumOfBytes() }
          Blackhole.take(total)
        }
        let rate = Double(byteCount * repeats) / sample.percentile(0.5) / 1000
        measured[byteCount] = rate
        return BenchmarkRow(
          name: name, unit: "ns per KiB", median: sample.percentile(0.5) * 1000 / Double(byteCount * repeats) * 1024,
          rate: rate, rateUnit: "GB/s", check: byteCount > 8 << 20 ? "" : "sum")
      }
    }
    report.measure(Self.scatteredName) { name in
      let memory = StreamedMemory(byteCount: 1 << 30)
      let sample = Stopwatch.sample(count: 2) { _ in
        Blackhole.take(memory.sumOfScatteredLines(count: Self.scatteredCount))
      }
      return .kernel(name, sample, unitCount: Self.scatteredCount, unit: "line", check: "")
    }
  }
}
