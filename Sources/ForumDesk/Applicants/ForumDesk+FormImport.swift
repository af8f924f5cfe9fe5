import ForumRecords
import Synchronization

extension ForumDesk {
  /// The import of form services' exports into this forum.
  ///
  /// - Throws: errors of the store.
  public func formServiceImport() throws -> FormServiceImport {
    FormServiceImport(
      store: store,
      secret: try store.secret("form_import", orKeep: RandomToken.bytes(count: 32), actor: "system", time: now))
  }

  /// Imports an export's rows; what is new or changed is searchable when this returns and has suggestions soon after.
  ///
  /// - Throws: errors of the store; what was stored before stands.
  public func importForms(
    _ export: FormServiceExport, mapping: HeadingMapping, actor: String,
    progress: (_ doneCount: Int, _ totalCount: Int) -> Void = { _, _ in }
  ) throws -> FormImportReport {
    let report = try formServiceImport().run(
      export, mapping: mapping, actor: actor, time: now, progress: progress)
    for receipt in report.receipts {
      guard let application = try store.application(receipt: receipt) else { continue }
      applicationSearch.withLock { $0.insert(application) }
    }
    rankInBackground(report.receipts)
    publishInBackground()
    return report
  }
}
