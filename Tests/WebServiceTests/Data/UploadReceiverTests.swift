import Foundation
import NIOCore
import TestCorpora
import Testing

@testable import WebService

/// Multipart bodies are taken apart the same way wherever they are cut.
@Suite struct UploadReceiverTests {
  private static let body = Array(
    ("preamble\r\n--B\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\nsecret\r\n"
      + "--B\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\"\r\n\r\n\r\n"
      + "--B\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n"
      + "이름\r\n--b\r\n--\r\n\r\n--B\r\nContent-Disposition: form-data; name=\"files\"; filename=\"C:\\x\\a.csv\"\r\n\r\n"
      + "\r\n--B\r\nContent-Disposition: form-data; name=\"after\"\r\n\r\n\r\n--B--\r\nepilogue").utf8)

  private func receive(
    pieces sizes: () -> Int, folder: String, byteLimit: Int = 1 << 20
  ) throws -> UploadReceiver {
    var receiver = try UploadReceiver(
      contentType: "multipart/form-data; boundary=\"B\"", folder: folder, byteLimit: byteLimit, fileLimit: 2
    ) { $0["form_token"] == "secret" }
    var rest = Self.body[...]
    while !rest.isEmpty {
      let piece = rest.prefix(max(1, sizes()))
      try receiver.feed(ByteBuffer(bytes: piece))
      rest = rest.dropFirst(piece.count)
    }
    try receiver.finish()
    return receiver
  }

  @Test(arguments: 0..<60) func `files and fields are the same however the body is cut, seed`(seed: Int) throws {
    let folder = try TemporaryFolder()
    var random = SplitMix64(seed: UInt64(seed))
    let longest = [1, 2, 3, 7, 40, 1000][seed % 6]
    let receiver = try receive(pieces: { 1 + Int(random.next() % UInt64(longest)) }, folder: folder.path)
    #expect(receiver.files == ["a.csv", "a-2.csv"])
    #expect(receiver.fields["form_token"] == "secret" && receiver.fields.values(of: "after") == [""])
    #expect(try String(contentsOfFile: folder.file("a.csv"), encoding: .utf8) == "이름\r\n--b\r\n--\r\n")
    #expect(try Data(contentsOf: URL(filePath: folder.file("a-2.csv"))).isEmpty)
  }

  @Test func `what is too long, unfinished or no multipart is refused`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: UploadReceiver.Problem.body(.tooLarge(limitByteCount: 100))) {
      try receive(pieces: { 30 }, folder: folder.path, byteLimit: 100)
    }
    #expect(throws: UploadReceiver.Problem.body(.notMultipart)) {
      try UploadReceiver(contentType: "text/plain", folder: folder.path, byteLimit: 1, fileLimit: 1) { _ in true }
    }
    #expect(throws: UploadReceiver.Problem.body(.unfinished)) {
      var receiver = try UploadReceiver(
        contentType: "multipart/form-data; boundary=B", folder: folder.path, byteLimit: 1000, fileLimit: 1
      ) { _ in true }
      try receiver.feed(ByteBuffer(bytes: Self.body.prefix(90)))
      try receiver.finish()
    }
  }

  @Test func `files need the fields before them that admit them, and are so many at most`() throws {
    let folder = try TemporaryFolder()
    let file = ("Content-Disposition: form-data; name=\"files\"; filename=\"a.csv\"", "x")
    let token = ("Content-Disposition: form-data; name=\"form_token\"", "secret")
    func receive(_ parts: [(String, String)]) throws {
      var receiver = try UploadReceiver(
        contentType: MultipartText.contentType, folder: folder.path, byteLimit: 10_000, fileLimit: 2
      ) { $0["form_token"] == "secret" }
      try receiver.feed(ByteBuffer(bytes: MultipartText(parts).bytes))
      try receiver.finish()
    }
    #expect(throws: UploadReceiver.Problem.notAdmitted) { try receive([file, token]) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    #expect(throws: UploadReceiver.Problem.tooManyFiles(limit: 2)) { try receive([token, file, file, file]) }
    #expect(throws: UploadReceiver.Problem.body(.tooManyParts(limit: 34))) {
      try receive(Array(repeating: token, count: 35))
    }
    try receive([token, file, file])
  }

  @Test(
    arguments: [
      ("../../etc/passwd", "passwd"), ("..", "file"), (".hidden", "hidden"), ("a\nb.csv", "ab.csv"),
      ("가 나.xlsx", "가 나.xlsx"),
    ])
  func `a file's name stays in its folder`(given: String, safe: String) {
    #expect(UploadReceiver.safeName(given, besides: []) == safe)
  }

  @Test func `a download's name survives old and new browsers`() {
    #expect(
      Download.disposition("신청 \"1\".csv")
        == "attachment; filename=\"__ _1_.csv\"; filename*=UTF-8''%EC%8B%A0%EC%B2%AD%20%221%22.csv")
  }
}
