import ForumRecords
import PartnerDiscovery
import ProfileIngest

extension Bilingual {
  /// Why something failed that a user began. What only whoever runs the service can mend stays in English, and is said to be
  /// that.
  init(explaining error: any Error) {
    switch error {
    case let error as DiscoveryError: self.init(error)
    case let error as IngestError: self.init(error)
    case let error as RegistryError: self.init(error)
    case let error as ForumStoreError: self.init(error)
    default: self.init("서비스 안의 오류입니다. 운영자에게 알려 주십시오: \(error)", "\(error)")
    }
  }
}
