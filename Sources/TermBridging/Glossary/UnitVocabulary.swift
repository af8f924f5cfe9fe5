/// Numbers for the words of a glossary's forms that are not Hangul; they lie above all scalar values.
struct UnitVocabulary: Sendable {
  private static let firstNumber: UInt32 = 0x11_0000
  private var numbers: [[UInt8]: UInt32] = [:]

  func symbol(of term: ArraySlice<UInt8>) -> UInt32? { numbers[Array(term)] }

  mutating func insert(_ term: ArraySlice<UInt8>) -> UInt32 {
    let key = Array(term)
    if let known = numbers[key] { return known }
    let number = Self.firstNumber + UInt32(numbers.count)
    numbers[key] = number
    return number
  }
}
