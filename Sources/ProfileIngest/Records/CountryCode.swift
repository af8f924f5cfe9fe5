/// Country codes as sources write them.
enum CountryCode {
  /// ISO 3166-1 alpha-2 in upper case; the European Commission's UK and EL become GB and GR. `nil` for an empty code;
  /// whatever else is kept as it is.
  static func normalized(_ code: String) -> String? {
    switch code.uppercased() {
    case "": nil
    case "UK": "GB"
    case "EL": "GR"
    case let code: code
    }
  }
}
