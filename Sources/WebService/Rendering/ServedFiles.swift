/// Templates, styles and scripts, carried in the binary. A test holds the lists to the folders.
enum ServedFiles {
  typealias Named = (name: String, bytes: [UInt8])

  static var templates: [(name: String, source: String)] {
    (consoleTemplates + applicantTemplates + dataTemplates).map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
  }

  static func asset(_ name: String) -> (bytes: [UInt8], type: String)? {
    switch name {
    case "apply.js": (PackageResources.apply_js, "text/javascript; charset=utf-8")
    case "moim.css": (PackageResources.moim_css, "text/css; charset=utf-8")
    case "data.js": (PackageResources.data_js, "text/javascript; charset=utf-8")
    case "print.js": (PackageResources.print_js, "text/javascript; charset=utf-8")
    case "moim.svg": (PackageResources.moim_svg, "image/svg+xml")
    default: nil
    }
  }
}
