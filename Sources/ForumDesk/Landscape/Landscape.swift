public import ForumRecords
public import ResearchFields

/// What a forum's applications ask for, against what the organisations on record can show, by field and region, and where the
/// one is not met by the other.
public struct Landscape: Hashable, Sendable {
  public struct Amount: Hashable, Sendable {
    /// Needs that applications of the region state.
    public var needCount = 0
    /// Applications behind them; in the row of a field those with any need of that field.
    public var applicationCount = 0
    /// Organisations of the region that can show something of the field.
    public var organizationCount = 0
    public var evidenceCount = 0

    public init() {}
  }

  public struct Row: Hashable, Sendable {
    public var field: LandscapeField
    public var total: Amount
    /// Only where there is anything.
    public var regions: [ForumRegion: Amount]
  }

  /// In the order of the list of fields, unknown last; only fields with demand or supply.
  public private(set) var rows: [Row]
  /// Those that occur, in their order.
  public private(set) var regions: [ForumRegion]
  /// The worst first.
  public private(set) var gaps: [LandscapeGap]
  /// How the fields of needs became known.
  public let demandGrounds: GroundCounts
  /// How the fields of evidence became known.
  public let supplyGrounds: GroundCounts
  public let applicationCount: Int

  /// - Parameters:
  ///   - applications: those that were withdrawn, or want no joint research, are left out.
  ///   - level: whether fields of the second level count to their parents.
  /// - Complexity: linear in the applications' texts and in the counts.
  public init(
    applications: [ForumApplication], supply: SupplyCounts, level: LandscapeLevel = .fields,
    list: FieldList = .standard
  ) {
    let counted = applications.filter { $0.status != .withdrawn && $0.wantsJointResearch }
    var demand = DemandTally(list)
    for application in counted { demand.add(application) }
    var rows: [LandscapeField: Row] = [:]
    func row(_ field: String?, _ change: (inout Row) -> Void) {
      let key = LandscapeField(level.field(of: field, in: list), in: list)
      change(&rows[key, default: Row(field: key, total: Amount(), regions: [:])])
    }
    for (place, amount) in demand.counts(level, list) {
      row(place.field) { row in
        row.total.needCount += amount.needCount
        row.total.applicationCount += amount.applicationCount
        row.regions[place.region, default: Amount()].needCount += amount.needCount
        row.regions[place.region, default: Amount()].applicationCount += amount.applicationCount
      }
    }
    for (place, amount) in supply.amounts {
      row(place.field) { row in
        row.regions[place.region, default: Amount()].organizationCount += amount.organizationCount
        row.regions[place.region, default: Amount()].evidenceCount += amount.evidenceCount
      }
    }
    for (field, amount) in supply.fieldAmounts {
      row(field) { row in
        row.total.organizationCount += amount.organizationCount
        row.total.evidenceCount += amount.evidenceCount
      }
    }
    self.rows = rows.values.sorted { $0.field < $1.field }
    regions = Set(rows.values.flatMap(\.regions.keys)).sorted()
    gaps = LandscapeGap.gaps(in: self.rows)
    demandGrounds = demand.grounds
    supplyGrounds = supply.grounds
    applicationCount = counted.count
  }

  /// Rows that matter most for a drawing: those with demand, most needs first, then those with most organisations, in the order
  /// of the list again.
  public func leadingRows(limit: Int) -> [Row] {
    let ranked = rows.filter { $0.field.id != nil }.sorted { left, right in
      (right.total.needCount, right.total.organizationCount, left.field)
        < (left.total.needCount, left.total.organizationCount, right.field)
    }
    return ranked.prefix(limit).sorted { $0.field < $1.field }
  }

  public subscript(field: String?) -> Row? { rows.first { $0.field.id == field } }
}
