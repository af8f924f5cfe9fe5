/// Sentence frames by section, and the order of sections for each kind of text.
struct FrameLibrary: Sendable {
  private var sections: [String: [String]] = [:]
  private var recipes: [String: [String]] = [:]

  init(_ text: String) throws(GenerationError) {
    var current = ""
    for line in VocabularyLine.lines(of: text, file: "frames.txt") {
      let (key, value) = line.keyed
      if key == "##" {
        current = value
      } else if key == "recipe" {
        let parts = line.fields(of: value, separator: " ")
        recipes[parts[0]] = Array(parts.dropFirst())
      } else if current.isEmpty {
        throw line.error("a frame stands before the first section")
      } else {
        sections[current, default: []].append(line.text)
      }
    }
  }

  func recipe(_ name: String) throws(GenerationError) -> [String] {
    guard let recipe = recipes[name] else { throw .missingSection("recipe \(name)") }
    return recipe
  }

  /// The frames of a section, or those of its variant where there are any.
  func frames(_ name: String, variant: String?) throws(GenerationError) -> [String] {
    if let variant, let frames = sections["\(name).\(variant)"] { return frames }
    return try frames(name)
  }

  func frames(_ name: String) throws(GenerationError) -> [String] {
    guard let frames = sections[name], !frames.isEmpty else { throw .missingSection(name) }
    return frames
  }
}
