/// What a recipient may see, and the entry of the ledger that was written for it.
public struct ProvidedDetails: Hashable, Sendable {
  public var provision: Provision
  /// Only the items that were provided; `nil` where the application has no contact.
  public var contact: ContactDetails?

  public init(provision: Provision, contact: ContactDetails?) {
    self.provision = provision
    self.contact = contact
  }
}
