/// Rows of units and the forms that they are.
struct FormTrie: Sendable {
  /// A form of a concept.
  struct Form: Hashable, Sendable {
    var concept: UInt32
    var language: BridgeLanguage?
    /// Spelling that the text must have, where the case decides.
    var spelling: [UInt8]?
    /// Holds punctuation itself, and may be met with it.
    var spansBreaks = false
  }

  private var children: [UInt64: UInt32] = [:]
  /// Forms that end in each node, as a list: the last one, and before each form its predecessor.
  private var lastForm: [Int32] = [-1]
  private var forms: [Form] = []
  private var previousForm: [Int32] = []

  mutating func insert(_ symbols: [UInt32], _ form: Form) {
    guard !symbols.isEmpty else { return }
    var node: UInt32 = 0
    for symbol in symbols {
      let key = UInt64(node) << 32 | UInt64(symbol)
      if let child = children[key] {
        node = child
      } else {
        let child = UInt32(lastForm.count)
        children[key] = child
        lastForm.append(-1)
        node = child
      }
    }
    if self.forms(at: node).contains(form) { return }
    previousForm.append(lastForm[Int(node)])
    lastForm[Int(node)] = Int32(forms.count)
    forms.append(form)
  }

  mutating func reserveCapacity(_ count: Int) {
    children.reserveCapacity(count)
    lastForm.reserveCapacity(count)
  }

  func child(of node: UInt32, _ symbol: UInt32) -> UInt32? { children[UInt64(node) << 32 | UInt64(symbol)] }

  func hasForms(_ node: UInt32) -> Bool { lastForm[Int(node)] >= 0 }

  func forms(at node: UInt32) -> [Form] {
    var found: [Form] = []
    var form = lastForm[Int(node)]
    while form >= 0 {
      found.append(forms[Int(form)])
      form = previousForm[Int(form)]
    }
    return found
  }
}
