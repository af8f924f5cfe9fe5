import Synchronization

/// How much of a long run is done, on one line of standard error; nothing at all where that is no terminal.
final class ShareBar: Sendable {
  private let lastPercent = Mutex(-1)

  func show(_ share: Double) {
    guard Terminal.errorIsTerminal else { return }
    let percent = Int(share * 100)
    let isNew = lastPercent.withLock { last in
      defer { last = max(last, percent) }
      return percent > last
    }
    if isNew { Terminal.show("\rallocating \(percent) %") }
  }

  func finish() {
    if Terminal.errorIsTerminal { Terminal.show("\r\u{1B}[K") }
  }
}
