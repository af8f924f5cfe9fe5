#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What rules do with texts, on the bytes of the record: a `String` is made of what is kept, at the end.
///
/// Invariant: buffers are those of slices, used before anything is appended or not at all after it.
extension RecordView {
  /// As people would write it: ``FieldText/line(_:)`` or ``FieldText/paragraphs(_:)``, without markup and keys.
  func cleaned(_ slice: TextSlice, keepsLines: Bool) -> TextSlice {
    if slice.traits.isDisjoint(with: [.blanks, .markup, .equals, .mayBeDecomposed]) { return slice }
    var text = slice
    if slice.traits.contains(.markup) {
      text = append(unsafe withBytes(text) { unsafe MarkupText.stripped($0) })
    }
    text = mended(text, keepsLines: keepsLines)
    // Asked of the text as it stood: what markup hid is no key of an address.
    if slice.traits.contains(.equals), unsafe withBytes(text, { unsafe $0.contains(0x3D) }) {
      text = append(SecretText.withoutKeys(string(text)))
    }
    return text
  }

  /// As ``cleaned(_:keepsLines:)`` of the value of an attribute, which is no markup.
  func cleanedAttribute(_ slice: TextSlice, keepsLines: Bool) -> TextSlice {
    var text = slice
    if slice.traits.contains(.equals) { text = append(SecretText.withoutKeys(string(text))) }
    return mended(text, keepsLines: keepsLines)
  }

  /// With white space as it should be, and composed.
  func mended(_ slice: TextSlice, keepsLines: Bool) -> TextSlice {
    var text = slice
    if text.traits.contains(.blanks) {
      text = trimmed(text, Self.isBlank)
      text.traits = unsafe withBytes(text) { unsafe TextTraits($0) }
      if text.traits.contains(.blanks) {
        let mended = unsafe withBytes(text) { unsafe FieldText.withoutRuns($0, keepsLines) }
        text = append(mended)
        text.traits.remove(.blanks)
      }
    }
    if text.traits.contains(.mayBeDecomposed) { text = append(ComposedText.composed(string(text))) }
    return text
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

  private func trimmed(_ slice: TextSlice, _ isBlank: (UInt8) -> Bool) -> TextSlice {
    unsafe withBytes(slice) { bytes in
      var (start, end) = (0, bytes.count)
      while start < end, isBlank(unsafe bytes[start]) { start += 1 }
      while end > start, isBlank(unsafe bytes[end - 1]) { end -= 1 }
      return TextSlice(start: slice.start + Int32(start), end: slice.start + Int32(end), traits: slice.traits)
    }
  }

  /// A part of a text that has no runs of blanks but may begin or end with one; one line.
  func piece(_ slice: TextSlice, _ range: Range<Int>) -> TextSlice {
    let part = TextSlice(
      start: slice.start + Int32(range.lowerBound), end: slice.start + Int32(range.upperBound), traits: slice.traits)
    let text = trimmed(part, Self.isBlank)
    let holdsLines = unsafe withBytes(text) { unsafe $0.contains(0x0A) }
    if slice.traits.contains(.blanks) || holdsLines {
      return append(unsafe withBytes(text) { unsafe FieldText.withoutRuns($0, false) })
    }
    guard text.traits.contains(.notASCII), text.count > 15 else { return text }
    // What the whole holds need not be in its part.
    var known = text
    known.traits = unsafe withBytes(text) { unsafe TextTraits($0) }
    return known
  }

  /// Calls `body` with what stands between separators, where there is something; `false` from it stops.
  func forEachPiece(_ slice: TextSlice, _ separators: [RuleSeparator], _ body: (TextSlice) -> Bool) -> Bool {
    for separator in separators {
      switch separator {
      case .characters(let set):
        guard unsafe withBytes(slice, { unsafe set.first(in: $0, from: 0) }) != nil else { continue }
        var start = 0
        while start < slice.count {
          let end = unsafe withBytes(slice) { unsafe set.first(in: $0, from: start) } ?? slice.count
          if end > start {
            let piece = piece(slice, start..<end)
            if !piece.isEmpty, !body(piece) { return false }
          }
          start = end + 1
        }
        return true
      case .phrase(let phrase):
        guard place(of: phrase, in: slice, from: 0) != nil else { continue }
        var start = 0
        while start <= slice.count {
          let end = place(of: phrase, in: slice, from: start)
          let piece = piece(slice, start..<(end ?? slice.count))
          if !piece.isEmpty, !body(piece) { return false }
          guard let end else { break }
          start = end + phrase.count
        }
        return true
      }
    }
    return body(slice)
  }

  private func place(of phrase: [UInt8], in slice: TextSlice, from start: Int) -> Int? {
    unsafe withBytes(slice) { bytes in
      guard phrase.count > 0, bytes.count - start >= phrase.count else { return nil }
      for index in start...(bytes.count - phrase.count) where unsafe bytes[index] == phrase[0] {
        let isHere = unsafe phrase.withUnsafeBufferPointer {
          unsafe memcmp($0.baseAddress!, bytes.baseAddress! + index, $0.count) == 0
        }
        if isHere { return index }
      }
      return nil
    }
  }

  /// The part of a text that a rule asks for.
  func part(_ part: FieldRule.Part, of slice: TextSlice) -> TextSlice {
    switch part {
    case .digits:
      let isPlain = unsafe withBytes(slice) { unsafe $0.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
      if isPlain { return slice }
      return append(unsafe withBytes(slice) { unsafe $0.filter { $0 >= 0x30 && $0 <= 0x39 } })
    case .firstWord:
      return unsafe withBytes(slice) { bytes in
        let end = unsafe bytes.firstIndex(of: 0x20) ?? bytes.count
        return TextSlice(start: slice.start, end: slice.start + Int32(end), traits: slice.traits)
      }
    case .lastSegment:
      return unsafe withBytes(slice) { bytes in
        var end = bytes.count
        while end > 0, unsafe bytes[end - 1] == 0x2F { end -= 1 }
        var start = end
        while start > 0, unsafe bytes[start - 1] != 0x2F { start -= 1 }
        return TextSlice(start: slice.start + Int32(start), end: slice.start + Int32(end), traits: slice.traits)
      }
    case .insideParentheses, .outsideParentheses:
      let places: (start: Int, end: Int)? = unsafe withBytes(slice) { bytes in
        guard let start = unsafe bytes.lastIndex(of: 0x28), let end = unsafe bytes[start...].lastIndex(of: 0x29) else {
          return nil
        }
        return (start, end)
      }
      guard let places else { return part == .insideParentheses ? .empty : slice }
      return piece(slice, part == .insideParentheses ? (places.start + 1)..<places.end : 0..<places.start)
    }
  }

  /// What is left of a text behind the first of the beginnings that it has.
  func withoutPrefix(_ slice: TextSlice, _ prefixes: [[UInt8]]) -> TextSlice {
    for prefix in prefixes where prefix.count > 0 && prefix.count <= slice.count {
      let hasPrefix = unsafe withBytes(slice) { bytes in
        unsafe prefix.withUnsafeBufferPointer { unsafe memcmp($0.baseAddress!, bytes.baseAddress!, prefix.count) == 0 }
      }
      if hasPrefix {
        return TextSlice(start: slice.start + Int32(prefix.count), end: slice.end, traits: slice.traits)
      }
    }
    return slice
  }

  /// Whether there is a Korean syllable in a text: U+AC00 to U+D7A3, in UTF-8 EA B0 80 to ED 9E A3.
  func holdsHangul(_ slice: TextSlice) -> Bool {
    guard slice.traits.contains(.notASCII) else { return false }
    return unsafe withBytes(slice) { bytes in
      var index = 0
      while index + 2 < bytes.count {
        let byte = unsafe bytes[index]
        if byte >= 0xEA, byte <= 0xED {
          let second = unsafe bytes[index + 1]
          switch byte {
          case 0xEA: if second >= 0xB0 { return true }
          case 0xED: if unsafe second < 0x9E || second == 0x9E && bytes[index + 2] <= 0xA3 { return true }
          default: return true
          }
        }
        index += 1
      }
      return false
    }
  }

  func isNull(_ slice: TextSlice) -> Bool {
    guard slice.count == 4 else { return false }
    return unsafe withBytes(slice) { unsafe $0[0] == 0x6E && $0[1] == 0x75 && $0[2] == 0x6C && $0[3] == 0x6C }
  }

  /// A name, the same text where it is remembered.
  func text(_ slice: TextSlice, rememberedBy names: NameMemory) -> String {
    unsafe withBytes(slice) { unsafe names.text($0) }
  }

  /// The number of a text in a table, or `nil`.
  func find(_ slice: TextSlice, in table: XMLNameTable) -> Int? {
    unsafe withBytes(slice) { unsafe table.find($0) }
  }

  /// A date that is written as most are; `nil` for others.
  func date(_ slice: TextSlice) -> (year: Int, month: Int, day: Int)? {
    unsafe withBytes(slice) { bytes in
      func number(_ range: Range<Int>) -> Int? {
        var value = 0
        for index in range {
          let digit = unsafe bytes[index] &- 0x30
          if digit > 9 { return nil }
          value = value * 10 + Int(digit)
        }
        return value
      }
      func isMark(_ index: Int) -> Bool { unsafe bytes[index] == 0x2D || bytes[index] == 0x2E || bytes[index] == 0x2F }
      switch bytes.count {
      case 8:
        guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8), year >= 1000 else {
          return nil
        }
        return (year, month, day)
      case 10:
        guard isMark(4), isMark(7), let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
          year >= 1000
        else { return nil }
        return (year, month, day)
      case 4: return number(0..<4).flatMap { $0 >= 1000 ? ($0, 1, 1) : nil }
      case 7:
        guard isMark(4), let year = number(0..<4), let month = number(5..<7), year >= 1000 else { return nil }
        return (year, month, 1)
      default: return nil
      }
    }
  }
}
