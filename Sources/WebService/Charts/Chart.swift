public import ForumDesk

/// A picture of numbers, drawn as SVG, that can also be read as a table.
///
/// The drawing is a pure function of its values: it has a title and a description for screen readers, writes its numbers beside
/// its shapes, uses presentation attributes and classes only (no style, no script, no reference to the outside), and takes its
/// font from the page.
public protocol Chart: Sendable {
  var title: Bilingual { get }
  /// What the chart shows, in a sentence or two: read out instead of the picture.
  var summary: Bilingual { get }

  /// - Parameters:
  ///   - id: distinguishes this drawing's elements from others on the page: letters, digits, hyphens.
  ///   - width: of the drawing at full size, in CSS pixels; text keeps its size relative to it. 320 suits a phone, 720 a page.
  func svg(language: Language, id: String, width: Int) -> String

  /// The same numbers, all of them, with whole labels.
  func accompanyingTable(language: Language) -> ChartTable
}
