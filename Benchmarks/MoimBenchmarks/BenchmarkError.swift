/// Why a benchmark could not be run, or must not be believed.
enum BenchmarkError: Error, Equatable, CustomStringConvertible {
  case usage(String)
  case wrongAnswer(benchmark: String, detail: String)
  case unknownWorkload(name: String, known: [String])
  case unreadable(path: String, detail: String)

  var description: String {
    switch self {
    case .usage(let reason): "\(reason)\n\n\(Arguments.usage)"
    case .wrongAnswer(let benchmark, let detail): "wrong answer, figures are void: \(benchmark): \(detail)"
    case .unknownWorkload(let name, let known):
      "there is no workload '\(name)'; there are \(known.joined(separator: ", "))"
    case .unreadable(let path, let detail): "\(path) cannot be used: \(detail); make it anew"
    }
  }
}
