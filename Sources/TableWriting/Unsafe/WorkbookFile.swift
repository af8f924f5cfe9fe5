import CXLSXWriter

/// A workbook that is being written, row after row, by libxlsxwriter in its mode of constant memory.
///
/// Invariants: `workbook` is open until `finish` or `deinit`, whichever comes first, and owns `sheet` and `formats`; rows of a
/// sheet are written in rising order and a sheet is ended before the next begins, as that mode demands. C strings live
/// through the calls they are passed to; the library copies what it keeps. One thread at a time.
@safe final class WorkbookFile {
  private let path: String
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private var sheet: UnsafeMutablePointer<lxw_worksheet>?
  private var formats: [UnsafeMutablePointer<lxw_format>?] = unsafe []

  init(path: String, created: Int64, author: String) throws(TableWritingError) {
    self.path = path
    try TemporaryFile.makePrivate(path)
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    unsafe workbook = unsafe folder.withCString { folderText in
      var options = unsafe lxw_workbook_options()
      unsafe options.constant_memory = 1
      unsafe options.tmpdir = unsafe UnsafeMutablePointer(mutating: folderText)
      return unsafe workbook_new_opt(path, &options)
    }
    guard let workbook = unsafe workbook else { throw .fileNotWritten(path: path, reason: "there is no memory for it") }
    unsafe author.withCString { name in
      var properties = unsafe lxw_doc_properties()
      unsafe properties.author = unsafe UnsafeMutablePointer(mutating: name)
      // Zero would be "now".
      unsafe properties.created = time_t(max(1, created))
      _ = unsafe workbook_set_properties(workbook, &properties)
    }
    for style in CellStyle.allCases { unsafe formats.append(Self.format(style, workbook)) }
  }

  deinit { if let workbook = unsafe workbook { unsafe lxw_workbook_free(workbook) } }

  private static func format(
    _ style: CellStyle, _ workbook: UnsafeMutablePointer<lxw_workbook>
  ) -> UnsafeMutablePointer<lxw_format>? {
    let format = unsafe workbook_add_format(workbook)
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    switch style {
    case .plain: break
    case .heading:
      unsafe format_set_bold(format)
      unsafe format_set_bg_color(format, 0xE7EDF3)
      unsafe format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    case .wrapped: unsafe format_set_text_wrap(format)
    case .literal:
      unsafe format_set_num_format(format, "@")
      unsafe format_set_text_wrap(format)
    case .time: unsafe format_set_num_format(format, "yyyy\\-mm\\-dd hh:mm")
    case .day: unsafe format_set_num_format(format, "yyyy\\-mm\\-dd")
    }
    return unsafe format
  }

  /// - Parameter name: legal and not yet taken.
  func beginSheet(_ name: String) throws(TableWritingError) {
    guard let added = unsafe workbook_add_worksheet(workbook, name) else {
      throw .fileNotWritten(path: path, reason: "a sheet cannot be called '\(name)'")
    }
    unsafe sheet = unsafe added
    unsafe worksheet_freeze_panes(added, 1, 0)
    unsafe worksheet_set_landscape(added)
    // A4, one page wide, headings on every page.
    unsafe worksheet_set_paper(added, 9)
    unsafe worksheet_fit_to_pages(added, 1, 0)
    _ = unsafe worksheet_repeat_rows(added, 0, 0)
  }

  /// - Parameters:
  ///   - rowCount: without headings.
  ///   - widths: of the columns, in widths of a digit.
  func endSheet(rowCount: Int, widths: [Double]) throws(TableWritingError) {
    for (column, width) in widths.enumerated() {
      try check(unsafe worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil))
    }
    if !widths.isEmpty {
      try check(unsafe worksheet_autofilter(sheet, 0, 0, UInt32(rowCount), UInt16(widths.count - 1)))
    }
    unsafe sheet = nil
  }

  func write(text: String, row: Int, column: Int, style: CellStyle) throws(TableWritingError) {
    try check(unsafe worksheet_write_string(sheet, UInt32(row), UInt16(column), text, formats[style.rawValue]))
  }

  func write(number: Double, row: Int, column: Int, style: CellStyle) throws(TableWritingError) {
    try check(unsafe worksheet_write_number(sheet, UInt32(row), UInt16(column), number, formats[style.rawValue]))
  }

  func finish() throws(TableWritingError) {
    guard let workbook = unsafe workbook else { return }
    unsafe self.workbook = nil
    // Frees the workbook also where it fails.
    try check(unsafe workbook_close(workbook))
  }

  private func check(_ error: lxw_error) throws(TableWritingError) {
    if error == LXW_NO_ERROR { return }
    let reason = unsafe lxw_strerror(error).map { unsafe String(cString: $0) } ?? "error \(error.rawValue)"
    throw .fileNotWritten(path: path, reason: reason)
  }
}
