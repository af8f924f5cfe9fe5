import ForumDesk
import Foundation
import HTTPTypes
import NIOCore

/// Lays the files of a `multipart/form-data` body (RFC 7578) down in a folder while they arrive: whatever their size, one
/// piece at a time is in memory.
struct UploadReceiver {
  enum Problem: Error, Equatable, Sendable {
    case notMultipart
    case tooLarge(byteLimit: Int)
    case tooManyFiles(limit: Int)
    case malformed
    case unfinished
    case notWritten
    /// A file came before the fields that admit it.
    case notAdmitted

    var webProblem: WebProblem {
      switch self {
      case .tooLarge(let limit):
        WebProblem(
          .contentTooLarge, title: Bilingual("너무 큽니다", "Too large"),
          explanation: Bilingual(
            "한 번에 올릴 수 있는 크기는 \(limit >> 20) MB입니다. 나누어 올려 주십시오.",
            "At most \(limit >> 20) MB can be uploaded at once. Send it in parts."))
      case .tooManyFiles(let limit):
        .invalid(Bilingual("한 번에 파일 \(limit)개까지 올릴 수 있습니다.", "At most \(limit) files can be uploaded at once."))
      case .notWritten:
        WebProblem(
          HTTPResponse.Status(code: 507), title: Bilingual("저장하지 못했습니다", "Not stored"),
          explanation: Bilingual(
            "서버의 디스크에 파일을 쓰지 못했습니다. 남은 공간을 확인해 주십시오.",
            "The file could not be written to the server's disk. Check its free space."))
      case .notAdmitted: .staleForm
      case .notMultipart, .malformed, .unfinished:
        .invalid(Bilingual("보낸 파일을 읽지 못했습니다. 다시 올려 주십시오.", "The upload could not be read. Please send it again."))
      }
    }
  }

  private enum State {
    case boundary
    case boundaryEnd
    case headers
    case field(name: String)
    case file(FileHandle)
    /// A file field in which nothing was chosen.
    case nothing
    case epilogue
  }

  private static let headerLimit = 8 << 10
  private static let fieldLimit = 64 << 10
  private static let fieldCountLimit = 32

  private let folder: String
  private let byteLimit: Int
  private let fileLimit: Int
  private let isAdmitted: (FormFields) -> Bool
  /// The line end before a boundary belongs to it.
  private let delimiter: Data
  private var pending = Data("\r\n".utf8)
  private var state = State.boundary
  private var byteCount = 0
  private var value = Data()
  private var entries: [(name: String, value: String)] = []
  /// Names of the files that were laid down, in their order.
  private(set) var files: [String] = []

  /// - Parameters:
  ///   - contentType: the header's value.
  ///   - isAdmitted: asked with the fields before the first file whether files are taken.
  init(
    contentType: String, folder: String, byteLimit: Int, fileLimit: Int, isAdmitted: @escaping (FormFields) -> Bool
  ) throws(Problem) {
    guard contentType.lowercased().hasPrefix("multipart/form-data"),
      let boundary = Self.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count)
    else { throw .notMultipart }
    self.folder = folder
    self.byteLimit = byteLimit
    self.fileLimit = fileLimit
    self.isAdmitted = isAdmitted
    delimiter = Data("\r\n--\(boundary)".utf8)
  }

  var fields: FormFields { FormFields(entries) }

  mutating func feed(_ buffer: ByteBuffer) throws(Problem) {
    byteCount += buffer.readableBytes
    if byteCount > byteLimit { throw .tooLarge(byteLimit: byteLimit) }
    pending.append(contentsOf: buffer.readableBytesView)
    while try advance() {}
  }

  /// - Throws: where the last boundary is missing.
  mutating func finish() throws(Problem) {
    guard case .epilogue = state else { throw .unfinished }
  }

  /// - Returns: whether there may be more to understand.
  private mutating func advance() throws(Problem) -> Bool {
    switch state {
    case .boundary:
      guard let range = pending.range(of: delimiter) else {
        if pending.count > Self.headerLimit { throw .malformed }
        return false
      }
      take(upTo: range.upperBound)
      state = .boundaryEnd
      return true
    case .boundaryEnd:
      guard pending.count >= 2 else { return false }
      if pending.prefix(2).elementsEqual("--".utf8) {
        state = .epilogue
        return true
      }
      guard pending.prefix(2).elementsEqual("\r\n".utf8) else { throw .malformed }
      // The line end stays: it ends the empty line of a part without headers.
      state = .headers
      return true
    case .headers:
      guard let range = pending.range(of: Data("\r\n\r\n".utf8)) else {
        if pending.count > Self.headerLimit { throw .malformed }
        return false
      }
      let text = String(decoding: pending[pending.startIndex..<range.lowerBound], as: UTF8.self)
      // Half of the empty line stays: in an empty part it belongs to the next boundary.
      take(upTo: range.upperBound - 2)
      try beginPart(headers: text)
      isAtStart = true
      return true
    case .field, .file, .nothing: return try readBody()
    case .epilogue:
      pending.removeAll()
      return false
    }
  }

  private var isAtStart = false

  private mutating func take(upTo end: Data.Index) { pending = Data(pending[end...]) }

  private mutating func readBody() throws(Problem) -> Bool {
    let start = pending.startIndex + (isAtStart ? 2 : 0)
    if let end = pending.range(of: delimiter) {
      if end.lowerBound > start { try deliver(pending[start..<end.lowerBound]) }
      try endPart()
      isAtStart = false
      take(upTo: end.upperBound)
      state = .boundaryEnd
      return true
    }
    // The last bytes may be the beginning of a boundary.
    let safe = pending.endIndex - delimiter.count + 1
    if safe > start {
      try deliver(pending[start..<safe])
      take(upTo: safe)
      isAtStart = false
    }
    return false
  }

  private mutating func deliver(_ bytes: Data) throws(Problem) {
    switch state {
    case .field:
      value.append(bytes)
      if value.count > Self.fieldLimit { throw .malformed }
    case .file(let handle):
      do { try handle.write(contentsOf: bytes) } catch { throw .notWritten }
    case .nothing where !bytes.isEmpty: throw .malformed
    case .boundary, .boundaryEnd, .headers, .nothing, .epilogue: break
    }
  }

  private mutating func endPart() throws(Problem) {
    switch state {
    case .field(let name):
      if entries.count >= Self.fieldCountLimit { throw .malformed }
      entries.append((name, String(decoding: value, as: UTF8.self)))
      value.removeAll()
    case .file(let handle):
      do { try handle.close() } catch { throw .notWritten }
    case .boundary, .boundaryEnd, .headers, .nothing, .epilogue: break
    }
  }

  private mutating func beginPart(headers: String) throws(Problem) {
    let lines = headers.split(whereSeparator: { $0 == "\r\n" })
    guard let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
      let name = Self.parameter("name", of: String(disposition))
    else { throw .malformed }
    guard let given = Self.parameter("filename", of: String(disposition)) else {
      state = .field(name: name)
      return
    }
    guard isAdmitted(fields) else { throw .notAdmitted }
    if given.isEmpty {
      state = .nothing
      return
    }
    if files.count >= fileLimit { throw .tooManyFiles(limit: fileLimit) }
    let file = Self.safeName(given, besides: files)
    let path = folder + "/" + file
    guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw .notWritten }
    files.append(file)
    state = .file(handle)
  }

  /// A name that stays in its folder and stands there once.
  static func safeName(_ given: String, besides taken: [String]) -> String {
    let last = given.split(whereSeparator: { "/\\".contains($0) }).last.map(String.init) ?? ""
    var name = String(
      String.UnicodeScalarView(last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }).drop { $0 == "." })
    if name.utf8.count > 200 {
      let ending = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
      name = String(name.prefix(50)) + (ending.utf8.count <= 20 ? ending : "")
    }
    if name.isEmpty { name = "file" }
    var result = name
    var number = 2
    while taken.contains(result) {
      let dot = name.lastIndex(of: ".") ?? name.endIndex
      result = "\(name[..<dot])-\(number)\(name[dot...])"
      number += 1
    }
    return result
  }

  /// A parameter of a header's value. Browsers write quotation marks and line ends in names as `%22`, `%0D` and `%0A`
  /// (WHATWG HTML, 4.10.22.8).
  static func parameter(_ name: String, of header: String) -> String? {
    var rest = header.drop { $0 != ";" }
    while rest.first == ";" {
      rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
      let key = rest.prefix { $0 != "=" && $0 != ";" }
      rest = rest.dropFirst(key.count)
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst()
      let text: String
      if rest.first == "\"" {
        let quoted = rest.dropFirst().prefix { $0 != "\"" }
        rest = rest.dropFirst(quoted.count + 2).drop { $0 != ";" }
        text = String(quoted).replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
      } else {
        let plain = rest.prefix { $0 != ";" }
        rest = rest.dropFirst(plain.count)
        text = plain.trimmingCharacters(in: .whitespaces)
      }
      if key.lowercased() == name { return text }
    }
    return nil
  }
}
