import ForumDesk
import ForumRecords
import Hummingbird
import PartnerDiscovery
import TestCorpora

@testable import WebService

/// A forum of its own with a few organisations to be found, whose clock stands still until it is moved.
final class TestForum: Sendable {
  let folder: TemporaryFolder
  let desk: ForumDesk
  let log = CapturedLog()
  let configuration: WebConfiguration
  private let time: SharedSeconds
  private let responder: any HTTPResponder<DeskRequestContext>

  /// 2026-11-21 10:00 in Seoul.
  static let opening: Int64 = 1_795_222_800

  /// - Parameter organizations: JSON Lines to import; the usual few organisations where they are `nil`.
  init(_ configuration: WebConfiguration = WebConfiguration(), organizations: String? = nil) throws {
    folder = try TemporaryFolder()
    let workspace = Workspace(path: folder.file("workspace"))
    let source = try folder.write("organizations.jsonl", organizations ?? Self.organizations)
    _ = try ImportSources(workspace: workspace, sources: [source]).run()
    let time = SharedSeconds(Self.opening)
    self.time = time
    desk = try ForumDesk(workspace: workspace, passwordRoundExponent: 4) {
      ForumTime(secondsSinceEpoch: time.value)
    }
    self.configuration = configuration
    responder = try WebServer.router(desk: desk, configuration: configuration).buildResponder()
  }

  func advance(seconds: Int64) { time.add(seconds) }

  /// Somebody with cookies of their own.
  func browser(address: String = "192.0.2.1", language: String = "ko") -> TestBrowser {
    TestBrowser(responder: responder, log: log, address: address, language: language)
  }

  /// Somebody who is signed in.
  func browser(signedInAs role: UserRole, language: String = "ko") async throws -> TestBrowser {
    let name = "test-" + role.rawValue
    if try desk.store.user(name: name) == nil {
      _ = try desk.accounts.add(name, displayName: name, role: role, password: "a long password", actor: "test")
    }
    let browser = browser(language: language)
    _ = try await browser.get("/login")
    _ = try await browser.post("/login", ["name": name, "password": "a long password"])
    return browser
  }

  /// Six organisations of all kinds with evidence in both languages.
  static let organizations = """
    {"type":"organization","id":"kq-institute","kind":"institute","names":{"ko":"가온양자연구원","en":"Gaon Quantum Institute"},"country":"KR","region":"대전"}
    {"type":"organization","id":"sensor-firm","kind":"company","names":{"ko":"누리센서","en":"Nuri Sensors"},"country":"KR","region":"서울"}
    {"type":"organization","id":"hospital-univ","kind":"university","names":{"ko":"새벽대학교","en":"Saebyeok University"},"country":"KR","region":"서울"}
    {"type":"organization","id":"laser-firm","kind":"company","names":{"ko":"빛결광학","en":"Bitgyeol Optics"},"country":"KR","region":"경기"}
    {"type":"organization","id":"crypto-firm","kind":"company","names":{"ko":"담장보안","en":"Damjang Security"},"country":"KR","region":"서울"}
    {"type":"organization","id":"abroad-univ","kind":"university","names":{"en":"Example University of Technology"},"country":"DE"}
    {"type":"evidence","id":"e1","kind":"project","title":"광펌핑 자력계 기반 뇌자도 측정","text":"상온에서 동작하는 광펌핑 자력계 센서 30채널을 만들어 뇌자도를 측정하였다.","date":"2025-03-01","organizations":[{"id":"kq-institute","role":"coordinator"},{"id":"hospital-univ"}]}
    {"type":"evidence","id":"e2","kind":"patent","title":"소형 원자 자력계","text":"감도를 높인 소형 광펌핑 자력계 센서와 자기차폐 구조.","date":"2024-06-01","organizations":[{"id":"sensor-firm","role":"owner"}]}
    {"type":"evidence","id":"e3","kind":"publication","title":"Optically pumped magnetometer arrays for magnetoencephalography","text":"Arrays of optically pumped magnetometers inside a magnetic shield record brain activity.","date":"2024-01-15","organizations":[{"id":"abroad-univ","role":"author"},{"id":"hospital-univ","role":"author"}]}
    {"type":"evidence","id":"e4","kind":"product","title":"협대역 레이저 모듈","text":"원자 센서에 쓰는 795 nm 협대역 레이저 모듈.","date":"2025-01-10","organizations":[{"id":"laser-firm","role":"owner"}]}
    {"type":"evidence","id":"e5","kind":"project","title":"양자내성암호 칩","text":"양자내성암호 알고리즘을 구현한 보안 칩.","date":"2023-09-01","organizations":[{"id":"crypto-firm","role":"coordinator"}]}
    {"type":"evidence","id":"e6","kind":"project","title":"경량 자기차폐실 설계","text":"뇌자도 장비를 위한 경량 자기차폐실을 설계하고 시험하였다.","date":"2025-05-01","organizations":[{"id":"hospital-univ","role":"coordinator"},{"id":"laser-firm"}]}
    """
}
