/// Finds terms in text in one pass: English ones at the beginning of words, Korean ones anywhere.
///
/// A table of transitions by node and class of byte. Letters of ASCII are compared without case; every run of what is neither
/// letter nor digit is one blank.
package struct TermTrie: Sendable {
  /// Bytes that occur in no term: part of a word that leads nowhere.
  private static let otherClass: UInt8 = 0
  private static let blankClass: UInt8 = 1

  /// By byte.
  private let classes: [UInt8]
  /// Whether a byte of the class may begin a character beyond ASCII, by class.
  private let isLead: [Bool]
  private let classCount: Int
  /// By node and class; 0, the root, where there is no way on.
  private let transitions: [UInt16]
  /// The terms that end at a node: `ends[firstEnd[node]..<firstEnd[node + 1]]`.
  private let firstEnd: [UInt32]
  private let ends: [UInt16]
  private let termCount: Int

  package init(_ terms: [String]) {
    precondition(terms.count < Int(UInt16.max), "terms have numbers of 16 bits")
    let words = terms.map { Self.normalized($0) }
    var classes = (0...255).map { byte in Self.isWord(UInt8(byte)) ? Self.otherClass : Self.blankClass }
    var classCount = 2
    for byte in Set(words.joined()).sorted() where byte != 0x20 {
      classes[Int(byte)] = UInt8(classCount)
      classCount += 1
    }
    for letter in UInt8(ascii: "A")...UInt8(ascii: "Z") { classes[Int(letter)] = classes[Int(letter | 0x20)] }
    var isLead = Array(repeating: false, count: classCount)
    for byte in 0xC0...0xFF where classes[byte] != Self.otherClass { isLead[Int(classes[byte])] = true }

    var transitions = Array(repeating: UInt16(0), count: classCount)
    var endsByNode: [[UInt16]] = [[]]
    for (term, word) in words.enumerated() {
      var node = 0
      for byte in word {
        let place = node * classCount + Int(classes[Int(byte)])
        if transitions[place] == 0 {
          precondition(endsByNode.count < Int(UInt16.max), "nodes have numbers of 16 bits")
          transitions[place] = UInt16(endsByNode.count)
          transitions += Array(repeating: 0, count: classCount)
          endsByNode.append([])
        }
        node = Int(transitions[place])
      }
      endsByNode[node].append(UInt16(term))
    }
    var firstEnd: [UInt32] = [0]
    for ends in endsByNode { firstEnd.append(firstEnd[firstEnd.count - 1] + UInt32(ends.count)) }
    (self.classes, self.isLead, self.classCount) = (classes, isLead, classCount)
    (self.transitions, self.firstEnd) = (transitions, firstEnd)
    (ends, termCount) = (Array(endsByNode.joined()), terms.count)
  }

  /// How often each term stands in the texts, in the order of the terms. No term reaches from one text into the next.
  ///
  /// - Complexity: linear in the bytes, some two nanoseconds for each.
  package func hits(in texts: [String]) -> [(term: Int, count: Int)] {
    var path: [UInt8] = [Self.blankClass]
    path.reserveCapacity(texts.reduce(2) { $0 + $1.utf8.count + 3 })
    for text in texts {
      append(text, to: &path)
      if path[path.count - 1] != Self.blankClass { path.append(Self.blankClass) }
      // What no term holds, so that none goes on behind it.
      path.append(Self.otherClass)
      path.append(Self.blankClass)
    }
    var counts = Array(repeating: UInt32(0), count: termCount)
    let (transitions, classCount) = (transitions.span, classCount)
    let classSpan = path.span
    for start in 1..<max(1, classSpan.count) {
      let first = classSpan[start]
      guard classSpan[start - 1] == Self.blankClass || isLead[Int(first)] else { continue }
      var node = Int(transitions[Int(first)])
      var index = start + 1
      while node != 0 {
        for end in Int(firstEnd[node])..<Int(firstEnd[node + 1]) { counts[Int(ends[end])] += 1 }
        guard index < classSpan.count else { break }
        node = Int(transitions[node * classCount + Int(classSpan[index])])
        index += 1
      }
    }
    return counts.enumerated().compactMap { $1 == 0 ? nil : ($0, Int($1)) }
  }

  /// The classes of a text's bytes, runs of blanks as one.
  private func append(_ text: String, to path: inout [UInt8]) {
    let classes = classes.span
    var isBlank = path[path.count - 1] == Self.blankClass
    let bytes = text.utf8
    for byte in bytes {
      let byteClass = classes[Int(byte)]
      if byteClass == Self.blankClass {
        if isBlank { continue }
        isBlank = true
      } else {
        isBlank = false
      }
      path.append(byteClass)
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
  }

  /// A term's bytes: lower case, one blank for every run of what is neither letter nor digit, also at its end.
  private static func normalized(_ term: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var hasBlank = false
    for byte in term.utf8 {
      guard isWord(byte) else {
        hasBlank = true
        continue
      }
      if hasBlank, !bytes.isEmpty { bytes.append(0x20) }
      hasBlank = false
      bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    if hasBlank { bytes.append(0x20) }
    return bytes
  }
}
