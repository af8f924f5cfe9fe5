/// What a template is filled in with, as Mustache looks it up fastest.
///
/// Mustache finds the fields of a structure by reflection, all of them for each name that it looks for. Here they are looked
/// at once.
enum TemplateValues {
  /// Structures as dictionaries by the names of their fields, lists of them as lists; without what is `nil`. What says
  /// itself how it is written stays as it is.
  ///
  /// - Complexity: linear in all fields.
  static func of(_ value: Any) -> Any? {
    let type = type(of: value)
    if type == String.self || type == Bool.self || type == Int.self || type == [String].self { return value }
    if type == String?.self { return value as? String }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.flatMap { of($0.value) }
    case .collection: return mirror.children.map { of($0.value) ?? "" }
    case .struct where !(value is any CustomStringConvertible):
      var fields: [String: Any] = [:]
      for case (let name?, let field) in mirror.children { fields[name] = of(field) }
      return fields
    default: return value
    }
  }
}
