/// Bodies of forms as a test writes them down, with the boundary `----moim42`.
struct MultipartText {
  static let contentType = "multipart/form-data; boundary=----moim42"

  var parts: [(headers: String, content: [UInt8])] = []

  init(_ parts: [(headers: String, content: [UInt8])]) { self.parts = parts }

  init(_ parts: [(headers: String, content: String)]) {
    self.parts = parts.map { ($0.headers, Array($0.content.utf8)) }
  }

  var bytes: [UInt8] {
    parts.flatMap { Array("------moim42\r\n\($0.headers)\r\n\r\n".utf8) + $0.content + [0x0D, 0x0A] }
      + Array("------moim42--\r\n".utf8)
  }
}
