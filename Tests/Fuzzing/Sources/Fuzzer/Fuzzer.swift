import Glibc
import ProfileIngest

/// What is fuzzed, by the environment variable `FUZZ_TARGET`.
private enum FuzzTarget: String {
  /// Files of every format: found by content, read to their end, every record accounted for.
  case ingest
  /// Mapping files; those that are right read a small document.
  case mapping
  /// Files of applications.
  case applications

  static let chosen =
    unsafe getenv("FUZZ_TARGET").flatMap { unsafe FuzzTarget(rawValue: String(cString: $0)) } ?? .ingest
}

/// Small limits, so that a slow input shows that something grows faster than it should.
private let options: IngestOptions = {
  var limits = IngestLimits()
  limits.recordByteCount = 1 << 20
  limits.jsonValueCount = 20_000
  limits.workbookByteCount = 4 << 20
  limits.expansionFreeByteCount = 1 << 20
  return IngestOptions(limits: limits)
}()

private let document = Array(
  "<export><lab no='1' state='open'><name lang='ko'>가나</name><topics>a;b</topics></lab><a><b c='d'>e</b></a></export>"
    .utf8)

private func ingest(_ content: [UInt8], _ options: IngestOptions) {
  var (read, accepted, rejected) = (0, 0, 0)
  try? IngestReader.read(content: content, name: "input", options: options) { batch in
    read += batch.recordsRead
    accepted += batch.records.count
    for issue in batch.issues where issue.severity == .rejected { rejected += issue.occurrences }
  }
  precondition(read == accepted + rejected, "a record is unaccounted for")
}

/// Called by libFuzzer with each input; `bytes` are valid for `count` during the call.
@_cdecl("LLVMFuzzerTestOneInput") public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let content = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
  switch FuzzTarget.chosen {
  case .ingest: ingest(content, options)
  case .mapping:
    guard let file = try? MappingFile(content: content, name: "map") else { return 0 }
    var options = options
    options.add(file)
    ingest(document, options)
  case .applications: _ = try? ApplicationReader(limits: options.limits).read(content, name: "input")
  }
  return 0
}
