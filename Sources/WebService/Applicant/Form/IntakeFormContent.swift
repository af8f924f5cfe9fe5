import ForumDesk

/// What the template `apply` shows around the form.
struct IntakeFormContent: Sendable {
  var heading: String
  var action: String
  var button: String
  var formToken: String
  var fieldsHTML: String
  var summaryHTML: String?
  /// For a new application of one's own.
  var keepsDraft: Bool
  /// For staff who type in what is on paper.
  var isPaper: Bool
  var revision: Int?
  var cancelAddress: String?
  var warning: String?
  let trap = ApplyRoutes.trap

  static let problemTitle = Bilingual("고칠 곳이 있습니다", "Something to correct")

  init(
    _ view: IntakeFormView, heading: Bilingual, action: String, button: Bilingual, keepsDraft: Bool = false,
    warning: Bilingual? = nil,
    isPaper: Bool = false, revision: Int? = nil, cancelAddress: String? = nil, _ context: DeskRequestContext
  ) {
    self.heading = heading[context.language]
    self.action = action
    self.button = button[context.language]
    formToken = context.formToken
    fieldsHTML = view.html
    summaryHTML = view.summaryHTML
    self.keepsDraft = keepsDraft
    self.warning = warning?[context.language]
    self.isPaper = isPaper
    self.revision = revision
    self.cancelAddress = cancelAddress
  }
}
