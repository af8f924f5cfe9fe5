public import ForumRecords
import Foundation
import ProfileIngest

/// Takes the answers of a form service into the forum's store. The same export may be imported again and again: rows that
/// are known change nothing, rows that changed are revised.
public struct FormServiceImport: Sendable {
  private let store: ForumStore
  private let secret: [UInt8]
  private let form: IntakeForm

  /// Rows that are stored in one transaction.
  private static let batchCount = 100

  /// - Parameter secret: random bytes that stay the same for the store's life: rows are recognised by a keyed digest
  ///   (HMAC-SHA-256) of their time, organisation and contact, against which nobody can try addresses without it.
  public init(store: ForumStore, secret: [UInt8], form: IntakeForm = .standard) {
    self.store = store
    self.secret = secret
    self.form = form
  }

  // MARK: Mappings

  /// What the columns of an export hold: as an officer once said for this line of headings, else as it seems.
  public func mapping(
    for export: FormServiceExport
  ) throws(ForumStoreError) -> (mapping: HeadingMapping, isRemembered: Bool) {
    guard let stored = try store.formMapping(fingerprint: export.fingerprint),
      let known = try? JSONDecoder().decode(HeadingMapping.self, from: Data(stored.mapping.utf8)),
      known.columns.count == export.guess.columns.count
    else { return (export.guess, false) }
    return (known, true)
  }

  /// Remembers what the columns of an export hold.
  public func remember(
    _ mapping: HeadingMapping, name: String, actor: String, time: ForumTime
  ) throws(ForumStoreError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let json = try? encoder.encode(mapping) else { return }
    try store.saveFormMapping(
      FormMapping(
        fingerprint: mapping.fingerprint, name: name, mapping: String(decoding: json, as: UTF8.self), updated: time,
        by: actor), actor: actor)
  }

  // MARK: Rows

  /// What an import would take, without storing anything: rows that are readable count as accepted.
  public func preview(_ export: FormServiceExport, mapping: HeadingMapping) -> FormImportReport {
    var report = report(on: export, mapping)
    for row in rows(of: export, mapping, &report) {
      note(row, in: &report)
      report.acceptedCount += 1
    }
    report.issues.sort { ($0.line, $1.isRejected ? 1 : 0) < ($1.line, $0.isRejected ? 1 : 0) }
    return report
  }

  /// Imports an export's rows.
  ///
  /// - Parameters:
  ///   - time: now; rows without a time of their own are as old as that.
  ///   - progress: is told how many rows are done, of how many.
  /// - Throws: where the store cannot be written; what was stored before stands, and importing again adds the rest.
  /// - Complexity: a transaction for every hundred rows.
  public func run(
    _ export: FormServiceExport, mapping: HeadingMapping, actor: String, time: ForumTime,
    progress: (_ doneCount: Int, _ totalCount: Int) -> Void = { _, _ in }
  ) throws(ForumStoreError) -> FormImportReport {
    var report = report(on: export, mapping)
    let language: Language =
      export.headings.contains { $0.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) } }
      ? .korean : .english
    let rows = rows(of: export, mapping, &report)
    var start = 0
    while start < rows.count {
      let batch = rows[start..<min(rows.count, start + Self.batchCount)]
      let submissions = try store.submit(
        batch.map { row in
          let sent = row.submitted.map { ForumTime(secondsSinceEpoch: $0) } ?? time
          return row.reading.submission(
            channel: .formImport, language: language, time: sent, method: .imported, sourceKey: row.sourceKey)
        }, actor: actor, time: time)
      for (row, submission) in zip(batch, submissions) { take(submission, of: row, into: &report) }
      start += batch.count
      progress(report.rejectedCount + start, report.readCount)
    }
    report.issues.sort { ($0.line, $1.isRejected ? 1 : 0) < ($1.line, $0.isRejected ? 1 : 0) }
    return report
  }

  private func report(on export: FormServiceExport, _ mapping: HeadingMapping) -> FormImportReport {
    var report = FormImportReport(name: export.name, sheet: export.sheet, mapping: mapping)
    report.notes = export.notes
    report.readCount = export.rows.count + export.defects.count
    return report
  }

  /// The rows that can be stored; the others are in the report.
  private func rows(
    of export: FormServiceExport, _ mapping: HeadingMapping, _ report: inout FormImportReport
  ) -> [FormRowReader.Row] {
    for defect in export.defects {
      report.rejectedCount += 1
      report.issues.append(
        .init(
          line: defect.line, isRejected: true,
          Bilingual(joining: [Bilingual(defect.reason), Bilingual(defect.remedy)], separator: "; ")))
    }
    let reader = FormRowReader(form: form, mapping: mapping, secret: secret)
    return export.rows.compactMap { entry in
      let row = reader.read(line: entry.line, cells: entry.cells)
      guard !row.reading.isAcceptable else { return row }
      report.rejectedCount += 1
      for problem in row.reading.problems {
        report.issues.append(
          .init(line: row.line, isRejected: true, key: problem.key, Self.message(problem, mapping)))
      }
      return nil
    }
  }

  private static func message(_ problem: IntakeProblem, _ mapping: HeadingMapping) -> Bilingual {
    guard problem.key == .forumConsent else { return problem.message }
    return mapping.holds(.forumConsent)
      ? Bilingual(
        "개인정보 수집·이용에 동의하지 않은 응답이라 가져오지 않았습니다.",
        "Not imported: the answer does not agree that personal data are collected and used.")
      : Bilingual(
        "개인정보 수집·이용 동의를 묻는 열이 없어 가져오지 않았습니다. 동의 열을 지정해 주세요.",
        "Not imported: no column asks for the consent to collect and use personal data. Say which one does.")
  }

  private func note(_ row: FormRowReader.Row, in report: inout FormImportReport) {
    for note in row.notes { report.issues.append(.init(line: row.line, isRejected: false, note)) }
    for notice in row.reading.notices {
      report.issues.append(.init(line: row.line, isRejected: false, key: notice.key, notice.message))
    }
  }

  private func take(_ submission: Submission, of row: FormRowReader.Row, into report: inout FormImportReport) {
    switch submission.effect {
    case .added, .revised:
      if submission.effect == .added { report.acceptedCount += 1 } else { report.updatedCount += 1 }
      report.receipts.append(submission.application.receipt)
      note(row, in: &report)
    case .unchanged: report.unchangedCount += 1
    case .kept:
      report.unchangedCount += 1
      report.issues.append(
        .init(
          line: row.line, isRejected: false,
          Bilingual(
            "응답이 바뀌었지만 \(submission.application.receipt)은(는) 여기서 고친 적이 있어 그대로 두었습니다.",
            "The answer changed, but \(submission.application.receipt) was edited here and stays as it is.")))
    case .purged:
      report.unchangedCount += 1
      report.issues.append(
        .init(
          line: row.line, isRejected: false,
          Bilingual(
            "삭제된 신청(\(submission.application.receipt))이라 다시 가져오지 않았습니다.",
            "Not imported again: its application (\(submission.application.receipt)) was deleted.")))
    }
  }
}
