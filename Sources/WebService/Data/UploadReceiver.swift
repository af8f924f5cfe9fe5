import ForumDesk
import Foundation
import HTTPTypes
import NIOCore

/// Lays the files of a `multipart/form-data` body (RFC 7578) down in a folder while they arrive: whatever their size, one
/// piece at a time is in memory.
struct UploadReceiver {
  enum Problem: Error, Equatable, Sendable {
    case body(MultipartError)
    case tooManyFiles(limit: Int)
    case notWritten
    /// A file came before the fields that admit it.
    case notAdmitted

    var webProblem: WebProblem {
      switch self {
      case .body(let error): error.webProblem
      case .tooManyFiles(let limit):
        .invalid(Bilingual("한 번에 파일 \(limit)개까지 올릴 수 있습니다.", "At most \(limit) files can be uploaded at once."))
      case .notWritten:
        WebProblem(
          HTTPResponse.Status(code: 507), title: Bilingual("저장하지 못했습니다", "Not stored"),
          explanation: Bilingual(
            "서버의 디스크에 파일을 쓰지 못했습니다. 남은 공간을 확인해 주십시오.",
            "The file could not be written to the server's disk. Check its free space."))
      case .notAdmitted: .staleForm
      }
    }
  }

  /// Where the content of the part goes that has begun.
  private enum Target {
    case field(name: String, value: [UInt8])
    case file(FileHandle)
    /// A file field in which nothing was chosen.
    case nothing
  }

  private static let fieldCountLimit = 32

  private let folder: String
  private let fileLimit: Int
  private let isAdmitted: (FormFields) -> Bool
  private var parser: MultipartParser
  private var target = Target.nothing
  private var entries: [(name: String, value: String)] = []
  /// Names of the files that were laid down, in their order.
  private(set) var files: [String] = []

  /// - Parameters:
  ///   - contentType: the header's value.
  ///   - isAdmitted: asked with the fields before the first file whether files are taken.
  init(
    contentType: String, folder: String, byteLimit: Int, fileLimit: Int, isAdmitted: @escaping (FormFields) -> Bool
  ) throws(Problem) {
    self.folder = folder
    self.fileLimit = fileLimit
    self.isAdmitted = isAdmitted
    var limits = MultipartLimits()
    limits.totalByteCount = byteLimit
    limits.partCount = fileLimit + Self.fieldCountLimit
    do { parser = try MultipartParser(contentType: contentType, limits: limits) } catch { throw .body(error) }
  }

  var fields: FormFields { FormFields(entries) }

  mutating func feed(_ buffer: ByteBuffer) throws(Problem) {
    let events: [MultipartParser.Event]
    do { events = try parser.feed(buffer.readableBytesView) } catch { throw .body(error) }
    for event in events {
      switch event {
      case .begin(let head): target = try begin(head)
      case .content(let bytes): try take(bytes)
      case .end: try end()
      }
    }
  }

  /// - Throws: where the last boundary is missing.
  func finish() throws(Problem) {
    do { try parser.finish() } catch { throw .body(error) }
  }

  private mutating func begin(_ head: MultipartHead) throws(Problem) -> Target {
    guard let given = head.fileName else { return .field(name: head.name, value: []) }
    guard isAdmitted(fields) else { throw .notAdmitted }
    if given.isEmpty { return .nothing }
    if files.count >= fileLimit { throw .tooManyFiles(limit: fileLimit) }
    let file = Self.safeName(given, besides: files)
    let path = folder + "/" + file
    guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw .notWritten }
    files.append(file)
    return .file(handle)
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>) throws(Problem) {
    switch target {
    case .field(let name, let value): target = .field(name: name, value: value + bytes)
    case .file(let handle):
      do { try handle.write(contentsOf: bytes) } catch { throw .notWritten }
    case .nothing: break
    }
  }

  private mutating func end() throws(Problem) {
    switch target {
    case .field(let name, let value): entries.append((name, String(decoding: value, as: UTF8.self)))
    case .file(let handle):
      do { try handle.close() } catch { throw .notWritten }
    case .nothing: break
    }
    target = .nothing
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
}
