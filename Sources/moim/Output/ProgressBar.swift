import Foundation
import PartnerDiscovery
import ProfileIngest

/// One line on standard error that is drawn over and over; nothing at all where that is no terminal.
struct ProgressBar {
  /// Fits into a narrow terminal together with the figures behind it.
  private let width = max(8, min(32, (TerminalWidth.columns(of: 2) ?? 80) - 46))
  private let start = ContinuousClock.now
  private var lastDrawn = ContinuousClock.now - .seconds(1)

  mutating func show(_ phase: ImportSources.Phase) {
    guard Terminal.errorIsTerminal else { return }
    switch phase {
    case .reading(let progress):
      guard ContinuousClock.now - lastDrawn > .milliseconds(100) else { return }
      lastDrawn = .now
      let share = progress.bytesTotal > 0 ? Double(progress.bytesDone) / Double(progress.bytesTotal) : 0
      let filled = Int(share * Double(width))
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
      let elapsed = (ContinuousClock.now - start) / .seconds(1)
      let rate = elapsed > 0 ? Double(progress.bytesDone) / elapsed / 1e6 : 0
      let remaining = share > 0.01 ? elapsed / share - elapsed : 0
      draw(
        "\(bar) \(Int(share * 100)) %  \(progress.recordsRead) records  \(Format.decimal(rate, 0)) MB/s"
          + (share > 0.01 ? "  \(Format.decimal(remaining, 0)) s left" : ""))
    case .indexing:
      draw("indexing ...")
    }
  }

  func finish() {
    guard Terminal.errorIsTerminal else { return }
    Terminal.show("\r\u{1B}[K")
  }

  private func draw(_ line: String) { Terminal.show("\r\(line)\u{1B}[K") }
}
