import ResearchProfiles
import Retrieval

/// How an application's parts become one weighted query.
///
/// A term's weight is the root of its weighted occurrences, title twice, at most ten: a 300-word text repeats its
/// subject, but not in proportion to its importance.
enum ApplicationQuery {
  private static let titleWeight: Float = 2
  private static let needWeight: Float = 2
  private static let occurrenceCap: Float = 10

  /// What the terms are made of.
  static func texts(of application: Application) -> [String] {
    [application.title, application.summary] + application.keywords + application.needs.map(\.statement)
  }

  static func terms(of application: Application, builder: QueryBuilder) -> [WeightedTerm] {
    var builder = builder
    builder.frequencyCap = occurrenceCap
    let parts =
      [QueryBuilder.Part(application.title, weight: titleWeight), QueryBuilder.Part(application.summary)]
      + application.keywords.map { QueryBuilder.Part($0) }
      + application.needs.map { QueryBuilder.Part($0.statement, weight: needWeight) }
    return builder.terms(of: parts).map { term in
      var term = term
      term.weight = term.weight.squareRoot()
      return term
    }
  }
}
