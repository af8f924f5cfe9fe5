/// The rule files that are carried in the binary.
public enum ShippedRules {
  /// What is used where no rules are asked for.
  public static let defaultName = "forum-default"

  /// Names, in order, with the files' texts.
  public static var all: [(name: String, text: String)] {
    [
      ("forum-default", PackageResources.forum_default_yaml),
      ("horizon-europe", PackageResources.horizon_europe_yaml),
      ("korea-national", PackageResources.korea_national_yaml),
    ].map { ($0.0, String(decoding: $0.1, as: UTF8.self)) }
  }

  public static func text(named name: String) -> String? { all.first { $0.name == name }?.text }
}
