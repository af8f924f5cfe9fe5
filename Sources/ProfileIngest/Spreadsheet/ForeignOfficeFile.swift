/// Tells office files that are no workbooks, and what to do with them.
enum ForeignOfficeFile {
  /// Parts that only one kind of package has.
  private static let packages: [(part: String, found: IngestText, remedy: IngestText)] = [
    ("xl/workbook.bin", "a binary Excel workbook (.xlsb)", "save it as .xlsx"),
    ("word/document.xml", "a Word document (.docx)", "put the applications into a table and save it as .xlsx"),
    ("ppt/presentation.xml", "a presentation (.pptx)", "put the applications into a table and save it as .xlsx"),
    ("Contents/content.hpf", "an HWP document (.hwpx)", "copy its table into a spreadsheet and save it as .xlsx"),
    ("META-INF/manifest.xml", "an OpenDocument file (.ods, .odt)", "save the table as .xlsx"),
    ("index/document.iwa", "an Apple iWork document", "export the table as Excel (.xlsx)"),
  ]

  /// What a .zip file without a workbook is.
  static func error(_ package: WorkbookPackage, path: String) -> IngestError {
    for known in packages where package.contains(known.part) {
      return .notApplications(path: path, found: known.found, remedy: known.remedy)
    }
    if package.isEncrypted {
      return .notApplications(
        path: path, found: "an archive with a password", remedy: "unpack it and give the file inside")
    }
    return .notApplications(
      path: path, found: "an archive (.zip) that is no workbook", remedy: "unpack it and give the file inside")
  }

  /// The first bytes of files in Microsoft's compound format: old Office files, and new ones with a password.
  static let compoundSignature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  /// What a file in the compound format is, told from the names in its directory ([MS-CFB] 2.6: entries of 128 bytes that
  /// begin with a name in UTF-16LE).
  static func compoundError(_ content: [UInt8], path: String) -> IngestError {
    if directory(content, names: "EncryptedPackage") {
      return .notApplications(
        path: path, found: "an Office file with a password",
        remedy: "open it with the password, remove the password (엑셀: 파일 > 정보 > 통합 문서 보호) and save it as .xlsx")
    }
    if directory(content, names: "Workbook") || directory(content, names: "Book") {
      return .notApplications(
        path: path, found: "an old Excel workbook (.xls)",
        remedy: "open it and save it as .xlsx (엑셀: 'Excel 통합 문서') or 'CSV UTF-8'")
    }
    return .notApplications(
      path: path, found: "an old Office or HWP document",
      remedy: "put the applications into a table and save it as .xlsx or 'CSV UTF-8'")
  }

  /// - Complexity: linear in the content, looking at one place in 128.
  private static func directory(_ content: [UInt8], names name: String) -> Bool {
    let wanted: [UInt8] = name.utf8.flatMap { [$0, 0] as [UInt8] } + [0, 0]
    return stride(from: 512, to: content.count, by: 128).contains { content[$0...].starts(with: wanted) }
  }
}
