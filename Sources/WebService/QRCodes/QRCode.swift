/// A QR code (ISO/IEC 18004) as dark and light modules, without its quiet zone.
public struct QRCode: Hashable, Sendable {
  /// How much of the code may be lost or dirty.
  public enum Correction: String, CaseIterable, Hashable, Sendable {
    /// 7 %.
    case low
    /// 15 %: for screens and clean paper.
    case medium
    /// 25 %.
    case quartile
    /// 30 %: for what is folded and carried about.
    case high

    /// Bytes that the largest code (version 40) holds.
    var byteLimit: Int {
      switch self {
      case .low: 2953
      case .medium: 2331
      case .quartile: 1663
      case .high: 1273
      }
    }
  }

  /// Modules light on every side that a reader needs.
  static let quietZone = 4

  /// Modules on a side: 17 + 4 x version, 21 to 177.
  public let size: Int
  public let correction: Correction
  /// Row by row, `true` for dark.
  let modules: [Bool]

  /// The smallest code that holds the text as bytes of UTF-8.
  public init(text: String, correction: Correction = .medium) throws(QRCodeError) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty else { throw .textEmpty }
    guard bytes.count <= correction.byteLimit else {
      throw .textTooLong(byteCount: bytes.count, limit: correction.byteLimit)
    }
    (size, modules) = try QREncoding.modules(of: bytes, correction: correction)
    self.correction = correction
  }

  public subscript(row row: Int, column column: Int) -> Bool { modules[row * size + column] }

  /// An SVG image that grows with its box, dark on light whatever the page's colours are.
  ///
  /// - Parameter title: what a screen reader says: where the code leads.
  public func svg(title: String) -> String {
    let side = size + 2 * Self.quietZone
    return #"<svg xmlns="http://www.w3.org/2000/svg" class="qr-code" viewBox="0 0 \#(side) \#(side)" role="img" "#
      + #"shape-rendering="crispEdges"><title>\#(SVGText.escaped(title))</title>"#
      + ##"<rect width="\##(side)" height="\##(side)" fill="#ffffff"/><path fill="#000000" d="\##(path)"/></svg>"##
  }

  /// One rectangle for each run of dark modules in a row.
  private var path: String {
    var path = ""
    for row in 0..<size {
      var column = 0
      while column < size {
        guard self[row: row, column: column] else {
          column += 1
          continue
        }
        var end = column
        while end < size, self[row: row, column: end] { end += 1 }
        path += "M\(column + Self.quietZone) \(row + Self.quietZone)h\(end - column)v1h-\(end - column)z"
        column = end
      }
    }
    return path
  }
}
