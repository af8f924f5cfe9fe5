#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Characters of code page 949, by the C library's converter.
///
/// Invariant: the descriptors are open from the end of `init` to `deinit` and used by one thread at a time. Pointers are
/// those of arrays that outlive each call; the converter writes at most as many bytes as it is told there are.
@safe final class KoreanCodePage {
  private let decoder: iconv_t
  private let encoder: iconv_t

  /// `nil` where the C library does not know the code page.
  init?() {
    guard let decoder = unsafe iconv_open("UTF-8", "UHC"), unsafe decoder != iconv_t(bitPattern: -1) else { return nil }
    guard let encoder = unsafe iconv_open("UHC", "UTF-8"), unsafe encoder != iconv_t(bitPattern: -1) else {
      _ = unsafe iconv_close(decoder)
      return nil
    }
    unsafe self.decoder = unsafe decoder
    unsafe self.encoder = unsafe encoder
  }

  deinit {
    _ = unsafe iconv_close(decoder)
    _ = unsafe iconv_close(encoder)
  }

  /// How a conversion ended.
  struct Outcome: Equatable {
    /// Bytes of the input that were converted.
    var consumed: Int
    /// Whether the byte after them belongs to no character; else the input ends inside one, or is used up.
    var isInvalid: Bool
  }

  /// Appends the UTF-8 of the longest valid beginning of `bytes[range]`.
  func decode(_ bytes: [UInt8], _ range: Range<Int>, into result: inout [UInt8]) -> Outcome {
    unsafe convert(decoder, bytes, range, bytesEach: 2, into: &result)
  }

  /// Appends the code page's bytes of the longest beginning of UTF-8 that it has characters for.
  func encode(_ bytes: [UInt8], _ range: Range<Int>, into result: inout [UInt8]) -> Outcome {
    unsafe convert(encoder, bytes, range, bytesEach: 1, into: &result)
  }

  /// - Parameter bytesEach: most bytes that come of one byte.
  private func convert(
    _ converter: iconv_t, _ bytes: [UInt8], _ range: Range<Int>, bytesEach: Int, into result: inout [UInt8]
  ) -> Outcome {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    guard !range.isEmpty else { return Outcome(consumed: 0, isInvalid: false) }
    let room = range.count * bytesEach + 16
    let start = result.count
    result.append(contentsOf: repeatElement(0, count: room))
    var inputLeft = range.count
    var outputLeft = room
    var isInvalid = false
    unsafe bytes.withUnsafeBytes { input in
      unsafe result.withUnsafeMutableBytes { output in
        var source =
          unsafe UnsafeMutablePointer(
            mutating: (input.baseAddress! + range.lowerBound).assumingMemoryBound(to: CChar.self)
          ) as UnsafeMutablePointer<CChar>?
        var target =
          unsafe (output.baseAddress! + start).assumingMemoryBound(to: CChar.self)
          as UnsafeMutablePointer<CChar>?
        _ = unsafe iconv(converter, nil, nil, nil, nil)
        let converted = unsafe iconv(converter, &source, &inputLeft, &target, &outputLeft)
        isInvalid = converted == Int(bitPattern: UInt.max) && errno == EILSEQ
      }
    }
    result.removeLast(outputLeft)
    return Outcome(consumed: range.count - inputLeft, isInvalid: isInvalid)
  }
}
