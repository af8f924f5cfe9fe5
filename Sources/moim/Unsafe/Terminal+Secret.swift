import Foundation

extension Terminal {
  /// A line from the keyboard without showing it, or from standard input where that is no terminal; `nil` at its end.
  ///
  /// Invariant of the unsafe calls: the kernel reads and writes one `termios`, a variable that outlives each call.
  static func readSecret(prompt: String) -> String? {
    guard inputIsTerminal else { return readLine() }
    var settings = termios()
    guard unsafe tcgetattr(0, &settings) == 0 else { return readLine() }
    var quiet = settings
    quiet.c_lflag &= ~tcflag_t(ECHO)
    // Whoever sees the prompt may type: nothing shows any more by then.
    _ = unsafe tcsetattr(0, TCSAFLUSH, &quiet)
    show(prompt)
    defer {
      _ = unsafe tcsetattr(0, TCSAFLUSH, &settings)
      show("\n")
    }
    return readLine()
  }
}
