import CQREncode

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Encodes bytes with libqrencode.
///
/// Invariants: the library's answer is read within its `width` x `width` bytes and freed before the function returns; the
/// bytes that it is given outlive the call.
enum QREncoding {
  static func modules(
    of bytes: [UInt8], correction: QRCode.Correction
  ) throws(QRCodeError) -> (size: Int, modules: [Bool]) {
    let level =
      switch correction {
      case .low: QR_ECLEVEL_L
      case .medium: QR_ECLEVEL_M
      case .quartile: QR_ECLEVEL_Q
      case .high: QR_ECLEVEL_H
      }
    // Version 0: the smallest that holds the bytes.
    let encoded = unsafe bytes.withUnsafeBufferPointer {
      unsafe QRcode_encodeData(Int32($0.count), $0.baseAddress, 0, level)
    }
    guard let code = unsafe encoded else {
      throw .notEncoded(reason: unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error \(errno)")
    }
    defer { unsafe QRcode_free(code) }
    let size = unsafe Int(code.pointee.width)
    // The lowest bit of each byte is the module; the others say what it is for.
    let modules = (0..<size * size).map { index in unsafe code.pointee.data[index] & 1 == 1 }
    return (size, modules)
  }
}
