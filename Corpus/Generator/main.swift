import Foundation

/// `forum-generator --output FOLDER` writes the demonstration forum.
let arguments = CommandLine.arguments
guard arguments.count == 3, arguments[1] == "--output" else {
  FileHandle.standardError.write(Data("usage: forum-generator --output FOLDER\n".utf8))
  exit(2)
}

do {
  let folder = URL(fileURLWithPath: arguments[2], isDirectory: true)
  let files = try DemonstrationForum(Vocabulary.shipped()).files()
  for file in files {
    let url = folder.appendingPathComponent(file.path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(file.text.utf8).write(to: url, options: .atomic)
  }
  let byteCount = files.reduce(0) { $0 + $1.text.utf8.count }
  FileHandle.standardError.write(Data("\(files.count) files, \(byteCount) bytes in \(folder.path)\n".utf8))
} catch {
  FileHandle.standardError.write(Data("forum-generator: \(error)\n".utf8))
  exit(1)
}
