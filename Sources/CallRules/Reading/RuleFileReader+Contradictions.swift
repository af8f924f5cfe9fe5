import ResearchProfiles

/// Rules that no consortium whatever can keep. What a certain pool cannot keep is found by `ConsortiumMatching`.
extension RuleFileReader {
  static func findContradictions(_ book: RuleBook, _ mistakes: MistakeCollector) {
    var sizes: [CallRule] = []
    for rule in book.rules {
      let line = rule.line ?? 0
      switch rule.requirement {
      case .size(let least, let most):
        sizes.append(rule)
        check(line, "at_least", least, "at_most", most, mistakes)
      case .members(let filter, let least, let most):
        check(line, "at_least", least, "at_most", most, mistakes)
        check(line, filter, book, mistakes)
      case .share(let filter, let least, let most):
        check(line, "at_least_percent", least, "at_most_percent", most, mistakes)
        check(line, filter, book, mistakes)
      case .distinct(let attribute, let filter, let least):
        check(line, filter, book, mistakes)
        let possible: Int? =
          switch attribute {
          case .kind: filter.kinds.isEmpty ? OrganizationKind.allCases.count : Set(filter.kinds).count
          case .country: filter.countries.isEmpty ? nil : Set(filter.countries).count
          case .region: filter.regions.isEmpty ? nil : Set(filter.regions).count
          }
        if let possible, least > possible {
          mistakes.add(
            line,
            .contradiction(
              "the rule asks for \(least) different values of '\(attribute.rawValue)', but only \(possible) are possible",
              remedy: "lower at_least to \(possible), or widen 'of'"))
        }
      case .lead(let filter): check(line, filter, book, mistakes)
      case .load(let running, let leading, _):
        if leading > running {
          mistakes.add(
            line,
            .contradiction("'leading' (\(leading)) is above 'running' (\(running))", remedy: "lower 'leading'"))
        }
      case .governmentShare, .independent, .excluded: break
      }
    }
    if mistakes.mistakes.isEmpty { findSizeContradictions(book, sizes, mistakes) }
  }

  private static func check(
    _ line: Int, _ leastKey: String, _ least: Int?, _ mostKey: String, _ most: Int?, _ mistakes: MistakeCollector
  ) {
    guard let least, let most, least > most else { return }
    mistakes.add(
      line,
      .contradiction(
        "'\(leastKey)' (\(least)) is above '\(mostKey)' (\(most))", remedy: "exchange them or lower the first"))
  }

  private static func check(_ line: Int, _ filter: MemberFilter, _ book: RuleBook, _ mistakes: MistakeCollector) {
    if filter.isForeign != nil, book.homeCountry == nil {
      mistakes.add(line, .missingKey("home_country", example: "home_country: KR (at the top of the file)"))
    }
    if filter.isForeign == true, let home = book.homeCountry, filter.countries == [home] {
      mistakes.add(
        line,
        .contradiction("nobody in \(home) is foreign there", remedy: "leave out 'foreign' or change 'countries'"))
    }
    if !filter.sizes.isEmpty, !filter.kinds.isEmpty, !filter.kinds.contains(.company) {
      mistakes.add(
        line, .contradiction("only companies have a size class", remedy: "add company to 'kinds' or leave out 'sizes'"))
    }
  }

  private static func findSizeContradictions(_ book: RuleBook, _ sizes: [CallRule], _ mistakes: MistakeCollector) {
    guard let last = sizes.last, let most = book.size.atMost else { return }
    if let least = book.size.atLeast, least > most {
      mistakes.add(
        last.line ?? 0,
        .contradiction(
          "the size rules leave no size: at least \(least), at most \(most)", remedy: "keep one of them"))
      return
    }
    // Kinds exclude each other, so the members that they ask for add up.
    var wanted: [OrganizationKind: (count: Int, rule: CallRule)] = [:]
    for rule in book.rules where rule.strength == .required && rule.securityClasses.isEmpty {
      switch rule.requirement {
      case .members(let filter, let least?, _):
        if least > most {
          mistakes.add(
            rule.line ?? 0,
            .contradiction(
              "the rule asks for \(least) members, the size for at most \(most)",
              remedy: "raise the size or lower at_least"))
        } else if filter.kinds.count == 1, least > wanted[filter.kinds[0]]?.count ?? 0 {
          wanted[filter.kinds[0]] = (least, rule)
        }
      case .distinct(_, _, let least) where least > most:
        mistakes.add(
          rule.line ?? 0,
          .contradiction(
            "the rule asks for \(least) different members, the size for at most \(most)",
            remedy: "raise the size or lower at_least"))
      default: break
      }
    }
    let total = wanted.values.reduce(0) { $0 + $1.count }
    if total > most, let line = wanted.values.compactMap(\.rule.line).max() {
      let parts = OrganizationKind.allCases.compactMap { kind in wanted[kind].map { "\($0.count) \(kind.rawValue)" } }
      mistakes.add(
        line,
        .contradiction(
          "the rules ask for \(parts.joined(separator: ", ")), together \(total) members, the size for at most \(most)",
          remedy: "raise the size to \(total) or ask for fewer"))
    }
  }
}
