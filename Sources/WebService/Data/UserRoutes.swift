import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird

/// Who may use the console.
struct UserRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/administration") { request, context in
      try context.account(withRole: .administrator)
      return try page(notice: Self.notice(request.query["done"]), context)
    }
    router.post("/desk/administration/users") { request, context in
      let account = try context.account(withRole: .administrator)
      let form = try await context.form(request, desk)
      guard let role = form["role"].flatMap(UserRole.init(rawValue:)) else {
        throw WebProblem.invalid(Bilingual("권한을 골라 주십시오.", "Choose a role."))
      }
      let name = form["name"] ?? ""
      do {
        _ = try desk.accounts.add(
          name, displayName: form["display_name"].map { String($0.prefix(100)) } ?? name, role: role,
          password: form["password"] ?? "", actor: account.name)
      } catch let problem as AccountDesk.Problem {
        return try page(
          filled: Filled(
            name: name, displayName: form["display_name"] ?? "", role: role, problem: Self.text(problem)), context)
      }
      return Response.seeOther("/desk/administration?done=added")
    }
    router.post("/desk/administration/users/:name") { request, context in
      let account = try context.account(withRole: .administrator)
      let form = try await context.form(request, desk)
      let name = try user(in: context).name
      guard let role = form["role"].flatMap(UserRole.init(rawValue:)) else {
        throw WebProblem.invalid(Bilingual("권한을 골라 주십시오.", "Choose a role."))
      }
      try await DataProblem.explained {
        _ = try desk.store.updateUser(name: name, role: role, actor: account.name, time: desk.now)
      }
      return Response.seeOther("/desk/administration?done=changed")
    }
    router.post("/desk/administration/users/:name/active") { request, context in
      let account = try context.account(withRole: .administrator)
      let form = try await context.form(request, desk)
      let name = try user(in: context).name
      let isActive = form["active"] == "yes"
      try await DataProblem.explained {
        _ = try desk.store.updateUser(name: name, isActive: isActive, actor: account.name, time: desk.now)
        if !isActive { _ = try desk.store.endSessions(user: name, actor: account.name, time: desk.now) }
      }
      return Response.seeOther("/desk/administration?done=changed")
    }
    router.post("/desk/administration/users/:name/password") { request, context in
      let account = try context.account(withRole: .administrator)
      let form = try await context.form(request, desk)
      do {
        try desk.accounts.setPassword(
          of: try user(in: context).name, to: form["password"] ?? "", actor: account.name)
      } catch let problem as AccountDesk.Problem {
        throw WebProblem.invalid(Self.text(problem))
      }
      return Response.seeOther("/desk/administration?done=password")
    }
  }

  private static func notice(_ code: String?) -> Bilingual? {
    switch code {
    case "added": Bilingual("사용자를 추가했습니다.", "The user was added.")
    case "changed": Bilingual("바꾸었습니다.", "It was changed.")
    case "password":
      Bilingual("새 비밀번호를 정했고 모든 기기에서 로그아웃했습니다.", "The password was set, and the user was signed out everywhere.")
    default: nil
    }
  }

  private static func text(_ problem: AccountDesk.Problem) -> Bilingual {
    switch problem {
    case .shortPassword:
      Bilingual("비밀번호는 \(PasswordHash.shortestPasswordLength)자 이상이어야 합니다.", problem.description)
    case .malformedName:
      Bilingual("로그인 이름은 영문 소문자, 숫자, ‘-’, ‘.’, ‘_’로 2~40자입니다.", problem.description)
    case .nameTaken(let name): Bilingual("\(name)은(는) 이미 있는 이름입니다.", problem.description)
    case .unknownUser(let name): Bilingual("\(name)은(는) 없는 이름입니다.", problem.description)
    }
  }

  private func user(in context: DeskRequestContext) throws -> UserAccount {
    guard let user = try desk.store.user(name: try context.parameters.require("name")) else {
      throw WebProblem.notFound(Bilingual("사용자", "user"))
    }
    return user
  }

  private struct Filled: Sendable {
    var name = ""
    var displayName = ""
    var role = UserRole.officer
    var problem: Bilingual?
  }

  private struct Content: Sendable {
    struct Row: Sendable {
      var name: String
      var displayName: String
      var roleName: String
      var isActive: Bool
      var isSelf: Bool
      var lastLogin: String?
      var created: String
      var address: String
      var roles: [Choice]
    }

    var tabs: [PageLayout.Link]
    var users: [Row]
    var roles: [Choice]
    var name: String
    var displayName: String
    var problem: String?
    var passwordLength: Int
    var formToken: String
  }

  private func page(
    notice: Bilingual? = nil, filled: Filled = Filled(), _ context: DeskRequestContext
  ) throws -> Response {
    let language = context.language
    func roles(_ chosen: UserRole) -> [Choice] {
      UserRole.allCases.map { Choice(value: $0.rawValue, label: Bilingual($0)[language], isChosen: $0 == chosen) }
    }
    let content = Content(
      tabs: AdministrationTab.links(current: .users, language),
      users: try desk.store.users().map { user in
        Content.Row(
          name: user.name, displayName: user.displayName, roleName: Bilingual(user.role)[language],
          isActive: user.isActive, isSelf: user.name == context.account?.name,
          lastLogin: user.lastLogin.map { $0.minute }, created: user.created.minute,
          address: "/desk/administration/users/" + AddressText.encoded(user.name), roles: roles(user.role))
      }, roles: roles(filled.role), name: filled.name, displayName: filled.displayName,
      problem: filled.problem?[language], passwordLength: PasswordHash.shortestPasswordLength,
      formToken: context.formToken)
    return try renderer.page(
      "administration", title: Bilingual("사용자 관리", "Users"), content,
      status: filled.problem == nil ? .ok : .badRequest, notice: notice, context)
  }
}
