import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Files that the browser keeps.
enum Download {
  private static let pieceByteCount = 256 << 10

  static func response(_ bytes: [UInt8], type: String, name: String) -> Response {
    Response(
      status: .ok, headers: headers(type: type, name: name), body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// Sends a file piece by piece and removes its folder afterwards, whether the browser took all of it or not.
  static func response(file path: String, in folder: String, type: String, name: String) throws -> Response {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw WebProblem.notFound() }
    let size = try handle.seekToEnd()
    try handle.seek(toOffset: 0)
    // An open file can be read after it has lost its name.
    try? FileManager.default.removeItem(atPath: folder)
    return Response(
      status: .ok, headers: headers(type: type, name: name),
      body: ResponseBody(contentLength: Int(size)) { writer in
        defer { try? handle.close() }
        while let piece = try handle.read(upToCount: pieceByteCount), !piece.isEmpty {
          try await writer.write(ByteBuffer(bytes: piece))
        }
        try await writer.finish(nil)
      })
  }

  private static func headers(type: String, name: String) -> HTTPFields {
    var headers = HTTPFields()
    headers[.contentType] = type
    headers[.contentDisposition] = disposition(name)
    return headers
  }

  /// RFC 6266: a name in ASCII for old programs, and the real one as RFC 8187 writes it.
  static func disposition(_ name: String) -> String {
    let plain = String(
      name.unicodeScalars.map { scalar in
        scalar.isASCII && scalar.value >= 0x20 && scalar.value != 0x7F && !"\"\\/%;".unicodeScalars.contains(scalar)
          ? Character(scalar) : "_"
      })
    return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(AddressText.encoded(name))"
  }
}
