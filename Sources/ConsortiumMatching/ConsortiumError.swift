/// Why a problem cannot be solved as it is put.
public enum ConsortiumError: Error, Equatable, Sendable, CustomStringConvertible {
  case coverageOfOtherNeeds(candidate: Int, levels: Int, needs: Int)
  case unknownCandidate(number: Int, count: Int)
  case pinnedAndVetoed(candidate: Int)
  case invalidWeights
  case unknownApplication(number: Int, count: Int)
  case unknownBody(number: Int, count: Int)
  case duplicateOption(application: Int, body: Int)
  case invalidQuality(Int, range: ClosedRange<Int>)
  case cancelled

  public var description: String {
    switch self {
    case .coverageOfOtherNeeds(let candidate, let levels, let needs):
      "candidate \(candidate) has \(levels) levels for \(needs) needs: give one for each need"
    case .unknownCandidate(let number, let count):
      "there is no candidate \(number): name one of the \(count), from 0"
    case .pinnedAndVetoed(let candidate):
      "candidate \(candidate) is both pinned and vetoed: take back one of them"
    case .invalidWeights:
      "the weights cannot be used: level points must not fall, backup must not exceed coverage, pairs must be even, "
        + "and only fit, ties, reciprocity and seats may be negative"
    case .unknownApplication(let number, let count):
      "there is no application \(number): name one of the \(count), from 0"
    case .unknownBody(let number, let count):
      "there is no body \(number): name one of the \(count), from 0"
    case .duplicateOption(let application, let body):
      "application \(application) has body \(body) twice: leave one out"
    case .invalidQuality(let quality, let range):
      "a match quality is \(quality): give a number from \(range.lowerBound) to \(range.upperBound)"
    case .cancelled: "the work was given up"
    }
  }
}
