import Foundation

/// Every file below a folder with its bytes.
func contents(of folder: String) throws -> [String: Data] {
  var contents: [String: Data] = [:]
  for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
    contents[name] = FileManager.default.contents(atPath: folder + "/" + name)
  }
  return contents
}
