/// Ids of the evidence that a query finds, best first.
func search(_ query: String, in workspace: String, _ options: String...) throws -> [String] {
  try found("evidence", query, workspace, options)
}

/// Ids of the organisations that a query finds, best first.
func searchOrganizations(_ query: String, in workspace: String, _ options: String...) throws -> [String] {
  try found("organization", query, workspace, options)
}

private func found(_ level: String, _ query: String, _ workspace: String, _ options: [String]) throws -> [String] {
  let arguments = ["search", "--workspace", workspace, "--level", level, "--json", "--limit", "100"] + options
  return try MoimProcess(arguments + ["--", query]).wait().json()["results"].each("id")
}

/// The lines of a TREC run in their columns.
func runLines(_ text: String) -> [[String]] {
  text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
}
