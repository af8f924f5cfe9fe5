public import ResearchProfiles

extension DiscoverySession {
  /// The organisation with this id; `nil` for one that the workspace does not know.
  public func summary(of id: OrganizationID) -> OrganizationSummary? {
    directory.number(of: id).map { summary(of: $0) }
  }
}
