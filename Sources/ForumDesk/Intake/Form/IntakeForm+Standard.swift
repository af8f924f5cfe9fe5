extension IntakeForm {
  /// The form of the Seoul Quantum Platform Forum: joint research, both courses and counselling in one.
  public static let standard = IntakeForm(
    version: 1, title: Bilingual("서울 양자 플랫폼 포럼 신청서", "Seoul Quantum Platform Forum: application"),
    sections: [.purpose, .organization, .application, .contact, .consents])
}
