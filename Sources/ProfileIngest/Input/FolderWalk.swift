/// Lists what is in a folder and in the folders inside it, hidden names left out. Symbolic links are not followed: they
/// could lead anywhere, or in a circle.
struct FolderWalk {
  var sourceIndex: Int

  func walk(_ folder: String, into found: inout [(file: PlannedFile, kind: PathKind)]) {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    do throws(ByteSourceFailure) {
      for name in try FileSystemEntry.names(inFolder: folder) {
        guard let name else {
          report(prefix, .rejected(unreadableName), into: &found)
          continue
        }
        visit(prefix + name, into: &found)
      }
    } catch {
      report(folder, .rejected(error), into: &found)
    }
  }

  private func visit(_ path: String, into found: inout [(file: PlannedFile, kind: PathKind)]) {
    do throws(ByteSourceFailure) {
      let entry = try FileSystemEntry(path: path, followsLinks: false)
      switch entry.kind {
      case .folder: walk(path, into: &found)
      case .symbolicLink:
        let warning = ByteSourceFailure(
          reason: "it is a symbolic link, which is not followed",
          remedy: "name the link's target as a source, if it is wanted")
        report(path, .warning(warning), into: &found)
      default:
        found.append((PlannedFile(path: path, sourceIndex: sourceIndex, byteCount: entry.byteCount), entry.kind))
      }
    } catch {
      report(path, .rejected(error), into: &found)
    }
  }

  private func report(
    _ path: String, _ finding: PlannedFile.Finding, into found: inout [(file: PlannedFile, kind: PathKind)]
  ) {
    found.append((PlannedFile(path: path, sourceIndex: sourceIndex, finding: finding), .unknown))
  }

  private var unreadableName: ByteSourceFailure {
    ByteSourceFailure(reason: "a file's name is not UTF-8", remedy: "rename the file")
  }
}
