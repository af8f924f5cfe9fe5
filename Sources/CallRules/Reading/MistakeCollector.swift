/// Collects what is wrong with one file.
final class MistakeCollector {
  private(set) var mistakes: [RuleFileError.Mistake] = []

  func add(_ line: Int, _ problem: RuleFileError.Problem) {
    let mistake = RuleFileError.Mistake(line: line, problem: problem)
    if !mistakes.contains(mistake) { mistakes.append(mistake) }
  }
}
