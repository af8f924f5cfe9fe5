/// Templates, styles and scripts, carried in the binary. A test holds the lists to the folders.
enum ServedFiles {
  static var templates: [(name: String, source: String)] {
    templateBytes.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
  }

  private static var templateBytes: [(name: String, bytes: [UInt8])] {
    [
      ("application", PackageResources.application_mustache),
      ("application-head", PackageResources.application_head_mustache),
      ("applications", PackageResources.applications_mustache),
      ("error", PackageResources.error_mustache),
      ("evidence-item", PackageResources.evidence_item_mustache),
      ("layout", PackageResources.layout_mustache),
      ("login", PackageResources.login_mustache),
      ("pager", PackageResources.pager_mustache),
      ("partners", PackageResources.partners_mustache),
      ("search", PackageResources.search_mustache),
      ("start", PackageResources.start_mustache),
    ]
  }

  static func asset(_ name: String) -> (bytes: [UInt8], type: String)? {
    switch name {
    case "moim.css": (PackageResources.moim_css, "text/css; charset=utf-8")
    case "moim.svg": (PackageResources.moim_svg, "image/svg+xml")
    default: nil
    }
  }
}
