import CLibXML2

/// libxml2's global state.
enum XMLLibrary {
  /// Done once in the process, before any parser exists.
  private static let isPrepared: Bool = {
    xmlInitParser()
    // Korean exports declare EUC-KR and hold CP949, its superset ("똠", "뷁"): read them as what they are.
    unsafe xmlAddEncodingAlias("CP949", "EUC-KR")
    return true
  }()

  /// Keeps libxml2 silent on this thread: what it has to say arrives through each parser's own handler.
  static func prepareThread() {
    precondition(isPrepared)
    unsafe xmlSetStructuredErrorFunc(nil) { _, _ in }
    cxml_silence_generic_errors()
  }
}
