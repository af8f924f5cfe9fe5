import Foundation

/// How wide a terminal is.
///
/// Invariant of the unsafe call: the kernel writes one `winsize`, into a variable of that type that outlives the call.
enum TerminalWidth {
  /// Columns of the terminal behind a file descriptor; `nil` where it is none or does not say.
  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return nil }
    return Int(size.ws_col)
  }
}
