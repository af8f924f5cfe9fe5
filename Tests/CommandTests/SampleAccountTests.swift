import TestCorpora
import Testing

/// Every real sample file: read or refused, and accounted for.
@Suite(.enabled(if: SharedSamples.isPresent, "the folder ../shared/data is absent"))
struct SampleAccountTests {
  @Test func `the counts of every sample file add up, and each file is read or said to be none`() throws {
    let sources = try ["formats", "korean", "cerif/samples", "cordis/with-namespace"].flatMap(SharedSamples.files)
    #expect(sources.count > 90)
    let folder = try TemporaryFolder()
    let outcome = try MoimProcess(["import", "--workspace", folder.file("w"), "--json"] + sources).wait()
    #expect(outcome.status == 0)
    let report = try outcome.json()
    #expect(report["sources"].list.count == sources.count)
    for source in report["sources"].list {
      let sum = ["accepted", "merged", "held", "rejected"].compactMap { source[$0].number }.reduce(0, +)
      #expect(source["read"].number == sum, "\(source["source"])")
      // A file of which nothing was taken says why.
      let taken = ["accepted", "merged", "held"].compactMap { source[$0].number }.reduce(0, +)
      #expect(taken > 0 || !source["issues"].list.isEmpty, "\(source["source"])")
    }
    #expect((report["totals"]["accepted"].number ?? 0) > 7000)
  }
}
