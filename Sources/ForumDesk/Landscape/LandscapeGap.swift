/// Demand that supply does not meet.
public struct LandscapeGap: Hashable, Sendable {
  public enum Kind: Int, CaseIterable, Comparable, Hashable, Sendable {
    /// Nobody on record can show anything of the field.
    case noSupply
    /// Fewer organisations than needs.
    case thinSupply
    /// Nobody in the applicants' own region; others elsewhere.
    case elsewhereOnly

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  public var kind: Kind
  public var field: LandscapeField
  /// For ``Kind/elsewhereOnly`` the region of the applicants, else `nil`.
  public var region: ForumRegion?
  public var needCount: Int
  public var organizationCount: Int
  /// Where most of the field's organisations are, at most three regions, most first.
  public var nearest: [ForumRegion]

  public var sentence: Bilingual {
    let places = Bilingual(
      nearest.map(\.name.korean).joined(separator: ", "), nearest.map(\.name.english).joined(separator: ", "))
    switch kind {
    case .noSupply:
      return Bilingual(
        "\(field.name.korean): 필요 \(needCount)건, 근거가 있는 기관이 없습니다.",
        "\(field.name.english): \(needCount) needs and no organisation with evidence.")
    case .thinSupply:
      return Bilingual(
        "\(field.name.korean): 필요 \(needCount)건에 기관 \(organizationCount)곳뿐입니다 (\(places.korean)).",
        "\(field.name.english): \(needCount) needs and only \(organizationCount) organisations (\(places.english)).")
    case .elsewhereOnly:
      let region = region?.name ?? ForumRegion.unknown.name
      return Bilingual(
        "\(field.name.korean): \(region.korean) 신청의 필요 \(needCount)건, 기관은 다른 지역에만 있습니다 (\(places.korean)).",
        "\(field.name.english): \(needCount) needs from \(region.english), organisations elsewhere only "
          + "(\(places.english)).")
    }
  }

  static func gaps(in rows: [Landscape.Row]) -> [LandscapeGap] {
    var gaps: [LandscapeGap] = []
    for row in rows where row.field.id != nil && row.total.needCount > 0 {
      let nearest = row.regions.filter { $0.value.organizationCount > 0 }
        .sorted { ($1.value.organizationCount, $0.key) < ($0.value.organizationCount, $1.key) }.map(\.key)
      func add(_ kind: Kind, _ region: ForumRegion?, _ needCount: Int) {
        gaps.append(
          LandscapeGap(
            kind: kind, field: row.field, region: region, needCount: needCount,
            organizationCount: row.total.organizationCount, nearest: Array(nearest.prefix(3))))
      }
      if row.total.organizationCount == 0 {
        add(.noSupply, nil, row.total.needCount)
        continue
      }
      if row.total.organizationCount < row.total.needCount { add(.thinSupply, nil, row.total.needCount) }
      for (region, amount) in row.regions.sorted(by: { $0.key < $1.key })
      where amount.needCount > 0 && amount.organizationCount == 0 && region != .unknown && region != .abroad {
        add(.elsewhereOnly, region, amount.needCount)
      }
    }
    return gaps.sorted { left, right in
      if left.kind != right.kind { return left.kind < right.kind }
      if left.needCount != right.needCount { return left.needCount > right.needCount }
      if left.field != right.field { return left.field < right.field }
      return (left.region ?? .unknown) < (right.region ?? .unknown)
    }
  }
}
