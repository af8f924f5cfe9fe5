import Foundation
import TestCorpora

/// A small invented forum, imported once by the command itself and shared by the tests that only read.
///
/// Six organisations, twelve pieces of evidence, two of them without organisations; five organisations state something.
enum SampleForum {
  static let organizations = """
    {"type":"organization","id":"hanbit","kind":"company","names":{"ko":"한빛양자센서","en":"Hanbit Quantum Sensors"},"country":"KR","region":"서울","summary":"다이아몬드로 자기장을 재는 양자 센서를 만드는 회사","keywords":["자기장 측정"]}
    {"type":"organization","id":"mirae","kind":"university","names":{"ko":"미래대학교"},"country":"KR","region":"서울특별시","summary":"저온 광학과 자성 재료를 연구한다"}
    {"type":"organization","id":"duru","kind":"company","names":{"ko":"두루네트웍스"},"country":"KR","region":"부산","keywords":["quantum key distribution"]}
    {"type":"organization","id":"neulbom","kind":"institute","names":{"ko":"늘봄표준연구원"},"country":"KR","region":"대전","summary":"지하 시설물 탐사"}
    {"type":"organization","id":"rhein","kind":"company","names":{"en":"Rhein Magnetometry"},"country":"DE","region":"Bayern","summary":"magnetometers for cardiography"}
    {"type":"organization","id":"donau","kind":"university","names":{"en":"Donau University"},"country":"DE"}

    """

  static let evidence = """
    {"type":"evidence","id":"e01","kind":"project","title":"다이아몬드 양자 센서를 이용한 심자도 측정","text":"심장에서 나오는 약한 자기장을 양자 센서로 잰다. 소음이 많은 병실에서도 감도를 지킨다.","date":"2024-03-01","organizations":[{"id":"hanbit","role":"coordinator"},{"id":"mirae","role":"participant"}]}
    {"type":"evidence","id":"e02","kind":"project","title":"양자센서 기반 지하 탐사","text":"땅속의 빈 곳을 중력으로 찾는다.","date":"2023-05-01","organizations":[{"id":"neulbom","role":"coordinator"}]}
    {"type":"evidence","id":"e03","kind":"project","title":"양자 센서와 통신의 결합","text":"떨어진 장치의 시각을 맞춘다.","organizations":[{"id":"mirae","role":"coordinator"}]}
    {"type":"evidence","id":"e04","kind":"patent","title":"양자 센서 신호의 위성통신 전송 방법","text":"잰 값을 지상으로 보낸다.","organizations":[{"id":"hanbit","role":"owner"}]}
    {"type":"evidence","id":"e05","kind":"publication","title":"Quantum key distribution over metropolitan fibre","text":"Keys are exchanged between two banks.","date":"2022-01-01","organizations":[{"id":"duru","role":"author"},{"id":"donau","role":"author"}]}
    {"type":"evidence","id":"e06","kind":"publication","title":"Satellite quantum key distribution","text":"Daylight operation of a ground station.","organizations":[{"id":"donau","role":"author"}]}
    {"type":"evidence","id":"e07","kind":"product","title":"ＱＫＤ 장비 １호","text":"도시 광섬유에서 동작하는 암호키 분배 장치","organizations":[{"id":"duru","role":"owner"}]}
    {"type":"evidence","id":"e08","kind":"equipment","title":"초전도 나노선 단일광자 검출기","text":"극저온에서 광자 하나를 센다."}
    {"type":"evidence","id":"e09","kind":"publication","title":"광센서의 양자 효율","text":"센서마다 다른 양자 효율을 견준다.","organizations":[{"id":"mirae","role":"author"}]}
    {"type":"evidence","id":"e10","kind":"project","title":"Diamond magnetometer for cardiography","text":"A magnetometer records the magnetic field of the heart at room temperature.","date":"2024-01-15","organizations":[{"id":"rhein","role":"coordinator"},{"id":"hanbit","role":"participant"}]}
    {"type":"evidence","id":"e11","kind":"project","title":"Cardiography in noisy wards","text":"Clinical trial of a magnetometer array.","organizations":[{"id":"rhein","role":"participant"},{"id":"donau","role":"coordinator"}]}
    {"type":"evidence","id":"e12","kind":"statement","title":"극저온 냉동기 공동 이용","text":"희석 냉동기를 함께 쓸 기관을 찾는다."}

    """

  static let applications = """
    {"id":"a1","title":"심자도용 다이아몬드 자력계","summary":"A diamond magnetometer for cardiography, 다이아몬드 양자 센서로 심자도를 잰다","needs":["병실 소음에 견디는 센서"],"applicant":{"id":"hanbit","name":"한빛양자센서","kind":"company","country":"KR"}}
    {"id":"a2","title":"도시 양자키분배","needs":["quantum key distribution over fibre",{"statement":"광섬유 임대","urgency":"wished"}],"applicant":{"name":"새 회사","country":"KR"}}
    {"id":"a3","summary":"zzzz qqqq"}

    """

  static let organizationIDs = ["donau", "duru", "hanbit", "mirae", "neulbom", "rhein"]

  /// The files above and the workspace they were imported into, with the outcome of the import.
  struct Prepared: Sendable {
    let folder: TemporaryFolder
    let workspace: String
    let sources: [String]
    let applications: String
    let outcome: MoimProcess.Outcome
  }

  static let prepared = Result {
    let folder = try TemporaryFolder()
    let sources = try [
      folder.write("organizations.jsonl", organizations), folder.write("evidence.jsonl", evidence),
    ]
    let workspace = folder.file("workspace")
    let outcome = try MoimProcess(
      ["import", "--workspace", workspace, "--json", "--report", folder.file("report.json")] + sources
    ).wait()
    return Prepared(
      folder: folder, workspace: workspace, sources: sources,
      applications: try folder.write("applications.jsonl", applications), outcome: outcome)
  }

  /// The workspace that must not be changed.
  static var workspace: String { get throws { try prepared.get().workspace } }

  /// A copy of the workspace that may be changed.
  static func workspaceCopy(in folder: TemporaryFolder) throws -> String {
    let copy = folder.file("workspace")
    try FileManager.default.copyItem(atPath: workspace, toPath: copy)
    return copy
  }
}
