import PartnerDiscovery

/// Writes the answers to a batch and how long they took.
enum BatchOutput {
  static func write(_ answers: BatchRun, run: String?, statistics: String?) throws {
    if let run { try Terminal.write(answers.trecLines(tag: "moim"), to: run) }
    if let statistics {
      try Terminal.write(try Format.json(StatisticsDocument(answers)) + "\n", to: statistics)
    }
    let measured = answers.statistics
    Terminal.note(
      "\(measured.requestCount) answered in \(Format.decimal(measured.seconds, 2)) s on \(measured.threadCount) "
        + "threads: p50 \(Format.decimal(measured.medianMicroseconds / 1000, 2)) ms, "
        + "p95 \(Format.decimal(measured.percentile95Microseconds / 1000, 2)) ms, "
        + "p99 \(Format.decimal(measured.percentile99Microseconds / 1000, 2)) ms")
  }
}
