/// Why there is no QR code.
public enum QRCodeError: Error, Equatable, Sendable, CustomStringConvertible {
  /// - Parameter limit: in bytes of UTF-8, at the level of correction that was asked for.
  case textTooLong(byteCount: Int, limit: Int)
  case textEmpty
  case notEncoded(reason: String)

  public var description: String {
    switch self {
    case .textTooLong(let byteCount, let limit):
      "a text of \(byteCount) bytes does not fit a QR code of this correction, which holds \(limit): shorten the address"
    case .textEmpty: "a QR code needs a text"
    case .notEncoded(let reason): "the QR code was not made: \(reason)"
    }
  }
}
