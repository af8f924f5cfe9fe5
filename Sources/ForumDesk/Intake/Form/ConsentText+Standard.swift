/// The consents of the forum's form.
extension ConsentText {
  private static let contactItems = ["name", "email", "phone", "position", "department"]

  /// To the organiser, for the matching itself: without it an application cannot be taken.
  static let forum = ConsentText(
    recipient: "forum",
    recipientName: Bilingual("서울 양자 플랫폼 포럼 사무국", "the office of the Seoul Quantum Platform Forum"),
    purpose: Bilingual(
      "신청 접수와 확인, 협력기관 검색과 추천, 상담, 진행 상황 안내",
      "taking and checking the application, finding and suggesting partners, counselling, telling you how it goes"),
    items: contactItems + ["application"],
    itemNames: Bilingual(
      "성명, 소속, 부서, 직위, 전자우편, 전화번호, 신청 내용",
      "name, organisation, department, position, e-mail, telephone, what the application says"),
    period: Bilingual(
      "신청일로부터 1년. 그 전에 철회하거나 삭제를 요청하면 지체 없이 삭제합니다.",
      "One year from the application. Withdrawn or asked to be deleted before, it is deleted without delay."),
    keptDays: 365,
    refusal: Bilingual(
      "동의를 거부할 수 있습니다. 거부하면 신청을 접수하고 협력기관을 찾아 드릴 수 없습니다.",
      "You may refuse. The application can then not be taken, and no partners can be looked for."),
    statement: Bilingual(
      "개인정보의 수집과 이용에 동의합니다. (필수)", "I agree that my personal data are collected and used. (Required)"),
    version: 1)

  /// To a partner, once both sides said yes.
  static let partners = ConsentText(
    recipient: "partners",
    recipientName: Bilingual(
      "신청자와 상대 기관이 모두 관심을 밝힌 그 상대 기관의 담당자",
      "the contact person of a partner where you and the partner have both said that you are interested"),
    purpose: Bilingual("공동연구 협의를 위한 연락", "getting in touch to talk about joint research"),
    items: contactItems,
    itemNames: Bilingual(
      "성명, 소속, 부서, 직위, 전자우편, 전화번호", "name, organisation, department, position, e-mail, telephone"),
    period: Bilingual(
      "제공일로부터 1년, 또는 협의가 끝날 때까지 가운데 이른 때",
      "One year from the day it is provided, or until the talks end, whichever comes first."),
    keptDays: 365,
    refusal: Bilingual(
      "동의를 거부할 수 있습니다. 거부해도 신청과 추천에는 영향이 없으며, 연락처는 상대 기관에 전달되지 않습니다.",
      "You may refuse. Application and suggestions stay as they are; your contact details are not passed on."),
    statement: Bilingual(
      "서로 관심을 밝힌 상대 기관에 연락처를 제공하는 데 동의합니다. (선택)",
      "I agree that my contact details are provided to a partner on mutual interest. (Optional)"),
    version: 1)

  /// To those who hold the courses.
  static let training = ConsentText(
    recipient: "training",
    recipientName: Bilingual(
      "양자 기술사업화 과정과 산업 과정의 운영 기관",
      "the organisers of the technology commercialisation course and the industry course"),
    purpose: Bilingual("과정 안내, 수강 신청 확인, 개강 연락", "telling about the courses, confirming places, news of the start"),
    items: contactItems,
    itemNames: Bilingual(
      "성명, 소속, 부서, 직위, 전자우편, 전화번호", "name, organisation, department, position, e-mail, telephone"),
    period: Bilingual("해당 과정이 끝날 때까지, 길어도 1년", "Until the course ends, one year at most."),
    keptDays: 365,
    refusal: Bilingual(
      "동의를 거부할 수 있습니다. 거부하면 운영 기관이 직접 연락할 수 없으므로 과정에 따로 신청하셔야 합니다.",
      "You may refuse. The organisers can then not write to you, and you apply for the course yourself."),
    statement: Bilingual(
      "과정 운영 기관에 연락처를 제공하는 데 동의합니다. (선택)",
      "I agree that my contact details are provided to the organisers of the courses. (Optional)"),
    version: 1)
}
