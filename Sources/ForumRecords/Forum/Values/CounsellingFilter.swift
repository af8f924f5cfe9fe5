/// Which counselling sessions are wanted: those for which every part that is set is true.
public struct CounsellingFilter: Hashable, Sendable, Codable {
  public var statuses: [CounsellingSession.Status] = []
  public var counsellor: String?
  public var receipt: String?

  public init(statuses: [CounsellingSession.Status] = [], counsellor: String? = nil, receipt: String? = nil) {
    self.statuses = statuses
    self.counsellor = counsellor
    self.receipt = receipt
  }
}
