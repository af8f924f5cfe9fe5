extension [UInt8] {
  /// The first place of any of three bytes in a range.
  ///
  /// Invariant: the range lies in the array, which is checked.
  func firstIndex(ofAny first: UInt8, _ second: UInt8, _ third: UInt8, in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBufferPointer { bytes in
      var index = range.lowerBound
      while index < range.upperBound {
        let byte = unsafe bytes[index]
        if byte == first || byte == second || byte == third { return index }
        index += 1
      }
      return nil
    }
  }
}
