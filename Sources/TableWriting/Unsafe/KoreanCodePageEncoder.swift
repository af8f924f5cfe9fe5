#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Turns text into bytes of code page 949, by the C library's converter.
///
/// Invariant: the descriptor is open from the end of `init` to `deinit` and used by one thread at a time. Pointers are those
/// of arrays that outlive each call; the converter writes at most as many bytes as it is told there are.
@safe final class KoreanCodePageEncoder {
  private let converter: iconv_t

  /// `nil` where the C library does not know the code page.
  init?() {
    guard let opened = unsafe iconv_open("UHC", "UTF-8"), unsafe opened != iconv_t(bitPattern: -1) else { return nil }
    unsafe converter = unsafe opened
  }

  deinit { _ = unsafe iconv_close(converter) }

  /// Appends the text's bytes and returns `true`, or appends nothing where a character has no code.
  func append(_ text: String, to result: inout [UInt8]) -> Bool {
    let bytes = Array(text.utf8)
    if bytes.isEmpty { return true }
    let start = result.count
    // No character of the page takes more bytes there than in UTF-8.
    result.append(contentsOf: repeatElement(0, count: bytes.count))
    var inputLeft = bytes.count
    var outputLeft = bytes.count
    let irreversible = unsafe bytes.withUnsafeBytes { input in
      unsafe result.withUnsafeMutableBytes { output in
        var source =
          unsafe UnsafeMutablePointer(mutating: input.baseAddress!.assumingMemoryBound(to: CChar.self))
          as UnsafeMutablePointer<CChar>?
        var target =
          unsafe (output.baseAddress! + start).assumingMemoryBound(to: CChar.self) as UnsafeMutablePointer<CChar>?
        _ = unsafe iconv(converter, nil, nil, nil, nil)
        return unsafe iconv(converter, &source, &inputLeft, &target, &outputLeft)
      }
    }
    // A count above zero would be of characters that were replaced by similar ones.
    guard irreversible == 0, inputLeft == 0 else {
      result.removeLast(result.count - start)
      return false
    }
    result.removeLast(outputLeft)
    return true
  }

  func firstCharacterWithoutCode(in text: String) -> Character? {
    var scratch: [UInt8] = []
    if append(text, to: &scratch) { return nil }
    return text.first { character in
      scratch.removeAll(keepingCapacity: true)
      return !append(String(character), to: &scratch)
    }
  }
}
