/// A fact with its name.
struct LabelledText: Hashable, Sendable {
  var label: String
  var value: String
}
