/// What a workspace's evidence says to one need.
struct NeedAnswer: Sendable {
  /// The best evidence of a body.
  struct Support: Hashable, Sendable {
    /// The evidence's number.
    var document: Int
    /// Its retrieval score.
    var score: Double
    /// The score as a share of what a text would get that held all of the need's words over and over, in 0...1.
    var strength: Double
  }

  /// By number of organisation.
  var supports: [UInt32: Support]
  /// The strongest of all.
  var bestStrength: Double
}
