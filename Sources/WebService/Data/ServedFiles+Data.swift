extension ServedFiles {
  /// The pages about data: imports, bodies, exports, reports.
  static var dataTemplates: [Named] { [] }
}
