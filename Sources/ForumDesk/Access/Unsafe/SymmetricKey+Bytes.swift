import Crypto
import Foundation

extension SymmetricKey {
  /// The key as it is stored.
  ///
  /// Invariant of the unsafe call: the bytes are copied before it ends, and they live that long.
  var bytes: Data { unsafe withUnsafeBytes { unsafe Data($0) } }
}
