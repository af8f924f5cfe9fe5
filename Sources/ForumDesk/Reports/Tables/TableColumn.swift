import TableWriting

/// A column of an export: its heading and what stands in it.
struct TableColumn<Record> {
  var heading: Bilingual
  var cell: (Record) -> TableCell

  init(_ korean: String, _ english: String, _ cell: @escaping (Record) -> TableCell) {
    heading = Bilingual(korean, english)
    self.cell = cell
  }

  static func table(
    _ name: Bilingual, _ language: Language, _ records: [Record], _ columns: [TableColumn<Record>]
  ) -> Table {
    Table(
      name: name[language], headings: columns.map { $0.heading[language] },
      rows: records.map { record in columns.map { $0.cell(record) } })
  }
}
