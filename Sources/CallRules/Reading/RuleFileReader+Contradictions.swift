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
            .contradiction(.tooManyDifferent(wanted: least, attribute: attribute, possible: possible)))
        }
      case .lead(let filter): check(line, filter, book, mistakes)
      case .load(let running, let leading, _):
        if leading > running {
          mistakes.add(line, .contradiction(.leadingAboveRunning(leading: leading, running: running)))
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
      line, .contradiction(.boundsReversed(leastKey: leastKey, least: least, mostKey: mostKey, most: most)))
  }

  private static func check(_ line: Int, _ filter: MemberFilter, _ book: RuleBook, _ mistakes: MistakeCollector) {
    if filter.isForeign != nil, book.homeCountry == nil {
      mistakes.add(line, .missingHomeCountry)
    }
    if filter.isForeign == true, let home = book.homeCountry, filter.countries == [home] {
      mistakes.add(line, .contradiction(.foreignAtHome(country: home)))
    }
    if !filter.sizes.isEmpty, !filter.kinds.isEmpty, !filter.kinds.contains(.company) {
      mistakes.add(line, .contradiction(.sizesWithoutCompanies))
    }
  }

  private static func findSizeContradictions(_ book: RuleBook, _ sizes: [CallRule], _ mistakes: MistakeCollector) {
    guard let last = sizes.last, let most = book.size.atMost else { return }
    if let least = book.size.atLeast, least > most {
      mistakes.add(last.line ?? 0, .contradiction(.noSize(least: least, most: most)))
      return
    }
    // Kinds exclude each other, so the members that they ask for add up.
    var wanted: [OrganizationKind: (count: Int, rule: CallRule)] = [:]
    for rule in book.rules where rule.strength == .required && rule.securityClasses.isEmpty {
      switch rule.requirement {
      case .members(let filter, let least?, _):
        if least > most {
          mistakes.add(rule.line ?? 0, .contradiction(.moreMembersThanSize(members: least, most: most)))
        } else if filter.kinds.count == 1, least > wanted[filter.kinds[0]]?.count ?? 0 {
          wanted[filter.kinds[0]] = (least, rule)
        }
      case .distinct(_, _, let least) where least > most:
        mistakes.add(rule.line ?? 0, .contradiction(.moreDifferentThanSize(members: least, most: most)))
      default: break
      }
    }
    let total = wanted.values.reduce(0) { $0 + $1.count }
    if total > most, let line = wanted.values.compactMap(\.rule.line).max() {
      let shares = OrganizationKind.allCases.compactMap { kind in
        wanted[kind].map { RuleContradiction.Share(count: $0.count, kind: kind) }
      }
      mistakes.add(line, .contradiction(.kindsAboveSize(shares, most: most)))
    }
  }
}
