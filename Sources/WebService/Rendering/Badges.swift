import ConsortiumMatching
import ForumRecords

/// The styles in which states are shown.
extension ApplicationStatus {
  var badge: String {
    switch self {
    case .received: "fair"
    case .published: "good"
    case .closed: "kind"
    case .withdrawn: "bad"
    }
  }
}

extension Suggestion.Level {
  var badge: String {
    switch self {
    case .strong: "good"
    case .good: "kind"
    case .possible: ""
    }
  }
}

extension Introduction.State {
  var badge: String {
    switch self {
    case .proposed: "fair"
    case .mutual: "good"
    case .declined: "bad"
    case .closed: "kind"
    }
  }
}

extension CounsellingSession.Status {
  var badge: String {
    switch self {
    case .inProgress: "kind"
    case .queued: "fair"
    case .done: "good"
    }
  }
}

extension Job.State {
  var badge: String {
    switch self {
    case .running: "kind"
    case .done: "good"
    case .failed: "bad"
    case .interrupted: "fair"
    }
  }
}

extension CoverageLevel {
  var badge: String {
    if self < .met { return "bad" }
    return self > .met ? "good" : "fair"
  }
}

extension RuleVerdict.State {
  var badge: String {
    switch self {
    case .met: "good"
    case .notMet: "bad"
    case .unknown: "fair"
    }
  }
}
