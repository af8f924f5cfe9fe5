/// Work for one thread at a time.
enum IngestUnit: Sendable {
  /// Whole files, by index into the plan.
  case files(Range<Int>)
  /// Entries of an archive, by index into the plan's files and into the archive.
  case entries(archive: Int, Range<Int>)
  /// The lines of a JSON Lines file that begin in a range of bytes.
  case lines(file: Int, Range<Int64>)
}
