import Foundation
import Testing

/// The parts of a workbook, unpacked by `unzip`: read without any code of ours.
struct WorkbookParts {
  static let canUnpack = FileManager.default.isExecutableFile(atPath: "/usr/bin/unzip")

  struct Cell: Equatable {
    var style: Int
    /// Of a text; entities resolved.
    var text: String?
    var number: Double?
    var hasFormula = false
  }

  private let path: String

  init(path: String) { self.path = path }

  func part(_ name: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
    process.arguments = ["-p", path, name]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(name) is not in the workbook")
    return String(decoding: bytes, as: UTF8.self)
  }

  /// By reference: `B2`.
  func cells(sheet: Int) throws -> [String: Cell] {
    var cells: [String: Cell] = [:]
    for piece in try part("xl/worksheets/sheet\(sheet).xml").components(separatedBy: "<c ").dropFirst() {
      let content = piece.components(separatedBy: "</c>")[0]
      let reference = try #require(Self.attribute("r", content))
      var cell = Cell(style: Self.attribute("s", content).flatMap { Int($0) } ?? 0)
      if let value = Self.element("v", content) { cell.number = Double(value) }
      if let text = Self.element("t", content) {
        cell.text = text.replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
          .replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&amp;", with: "&")
      }
      cell.hasFormula = content.contains("<f")
      cells[reference] = cell
    }
    return cells
  }

  static func attribute(_ name: String, _ text: String) -> String? {
    text.range(of: " \(name)=\"").map { text[$0.upperBound...] }.map { String($0.prefix { $0 != "\"" }) }
      ?? (text.hasPrefix("\(name)=\"") ? String(text.dropFirst(name.count + 2).prefix { $0 != "\"" }) : nil)
  }

  private static func element(_ name: String, _ text: String) -> String? {
    guard let open = text.range(of: "<\(name)>") ?? text.range(of: "<\(name) xml:space=\"preserve\">") else {
      return nil
    }
    return text[open.upperBound...].range(of: "</\(name)>").map { String(text[open.upperBound..<$0.lowerBound]) }
  }
}
