/// Writes small workbooks, as spreadsheet programs do and wrongly.
struct TestWorkbook {
  struct Sheet {
    var name = "Sheet1"
    var state = "visible"
    /// What stands inside `sheetData`.
    var rows: String
    /// What follows it.
    var rest = ""
  }

  var sheets: [Sheet]
  /// What stands inside `sst`; without it the part is absent.
  var sharedStrings: String?
  /// What stands inside `styleSheet`.
  var styles = ""
  var properties = ""
  /// Parts in place of those made from the above, or beside them.
  var parts: [(name: String, text: String)] = []

  init(_ sheets: [Sheet]) { self.sheets = sheets }

  init(rows: String, rest: String = "") { self.init([Sheet(rows: rows, rest: rest)]) }

  /// Rows of inline text from row 1.
  static func rows(_ rows: [[String]]) -> String {
    rows.enumerated().map { index, cells in
      "<row r=\"\(index + 1)\">" + cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }.joined()
  }

  private static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
  private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static func relationships(_ list: [(id: String, kind: String, target: String)]) -> String {
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + list.map { "<Relationship Id=\"\($0.id)\" Type=\"\(types)/\($0.kind)\" Target=\"\($0.target)\"/>" }.joined()
      + "</Relationships>"
  }

  var entries: [TestArchive.Entry] {
    var list = sheets.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
    list.append(("rIdA", "styles", "/xl/styles.xml"))
    if sharedStrings != nil { list.append(("rIdB", "sharedStrings", "sharedStrings.xml")) }
    let tabs = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\" r:id=\"rId\(index + 1)\"/>"
    }
    var made: [(name: String, text: String)] = [
      ("[Content_Types].xml", "<Types/>"),
      ("_rels/.rels", Self.relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        "<workbook \(Self.main) xmlns:r=\"\(Self.types)\"><workbookPr \(properties)/><sheets>\(tabs.joined())</sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", Self.relationships(list)),
      ("xl/styles.xml", "<styleSheet \(Self.main)>\(styles)</styleSheet>"),
    ]
    if let sharedStrings { made.append(("xl/sharedStrings.xml", "<sst \(Self.main)>\(sharedStrings)</sst>")) }
    for (index, sheet) in sheets.enumerated() {
      made.append(
        (
          "xl/worksheets/sheet\(index + 1).xml",
          "<worksheet \(Self.main)><sheetData>\(sheet.rows)</sheetData>\(sheet.rest)</worksheet>"
        ))
    }
    for part in parts {
      made.removeAll { $0.name == part.name }
      made.append(part)
    }
    return made.map { TestArchive.Entry($0.name, $0.text) }
  }

  var bytes: [UInt8] { TestArchive.bytes(entries) }
}
