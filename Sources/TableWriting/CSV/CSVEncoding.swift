/// In which bytes a file of comma-separated values is written.
public enum CSVEncoding: String, CaseIterable, Hashable, Sendable {
  /// UTF-8 with a byte order mark, without which Excel takes a file for one in the system's code page.
  case markedUTF8 = "utf-8"
  case plainUTF8 = "utf-8-plain"
  /// Code page 949 (UHC), which old Korean programs expect. Refused where the table holds a character that it lacks.
  case koreanCodePage = "cp949"
}
