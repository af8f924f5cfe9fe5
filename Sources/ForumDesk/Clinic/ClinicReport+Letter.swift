extension ClinicReport {
  /// A letter to the applicant that asks for what is missing; plain text. Empty in both languages where there is nothing to
  /// ask.
  ///
  /// - Parameters:
  ///   - applicationTitle: how the applicant calls it.
  ///   - sender: who signs.
  public func letter(
    applicationTitle: String, sender: Bilingual = Bilingual("서울 양자 플랫폼 포럼 사무국", "Seoul Quantum Platform Forum")
  ) -> Bilingual {
    guard needsLetter else { return Bilingual("", "") }
    let (missing, improvable) = (
      openChecks.filter { $0.state == .missing }, openChecks.filter { $0.state == .improvable }
    )
    return Bilingual(
      korean(applicationTitle, missing, improvable, sender.korean),
      english(applicationTitle, missing, improvable, sender.english))
  }

  private func korean(
    _ title: String, _ missing: [ClinicCheck], _ improvable: [ClinicCheck], _ sender: String
  ) -> String {
    var lines = [
      "안녕하십니까. \(sender)입니다.", "",
      "보내 주신 신청(\(receipt)\(title.isEmpty ? "" : ", 「\(title)」"))을 잘 받았습니다. 감사합니다.",
      "더 알맞은 상대를 찾아 드리고자 아래 내용을 여쭙니다.", "",
    ]
    if !missing.isEmpty {
      lines += ["■ 적지 않으셨거나 알기 어려운 내용"] + missing.map { Self.korean($0) } + [""]
    }
    if !improvable.isEmpty {
      lines += ["■ 보완하시면 도움이 되는 내용"] + improvable.map { Self.korean($0) } + [""]
    }
    lines += [
      "신청서의 링크에서 직접 고치시거나, 이 글에 답해 주시면 저희가 대신 고쳐 드리겠습니다.", "궁금하신 점은 언제든지 말씀해 주십시오.", "", "감사합니다.",
      "\(sender) 드림",
    ]
    return lines.joined(separator: "\n")
  }

  private static func korean(_ check: ClinicCheck) -> String {
    "- \(check.title.korean): \(check.finding.korean)\n  → \(check.suggestion?.korean ?? "")"
  }

  private func english(
    _ title: String, _ missing: [ClinicCheck], _ improvable: [ClinicCheck], _ sender: String
  ) -> String {
    var lines = [
      "Dear applicant,", "",
      "Thank you for your application \(receipt)\(title.isEmpty ? "" : ", “\(title)”").",
      "To find partners that suit you better, may we ask you for the following?", "",
    ]
    if !missing.isEmpty { lines += ["What is missing"] + missing.map { Self.english($0) } + [""] }
    if !improvable.isEmpty { lines += ["What would help"] + improvable.map { Self.english($0) } + [""] }
    lines += [
      "You can change the application by its link, or answer this letter and we will change it for you.",
      "Please ask us whatever you would like to know.", "", "With kind regards,", sender,
    ]
    return lines.joined(separator: "\n")
  }

  private static func english(_ check: ClinicCheck) -> String {
    "- \(check.title.english): \(check.finding.english)\n  -> \(check.suggestion?.english ?? "")"
  }
}
