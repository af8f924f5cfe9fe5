import ResearchProfiles

/// Imports a HWPX document as a statement of the organisation that it names.
///
/// Fields are told by labels (기관명, 사업자등록번호, 제목, 키워드 ...); all other text is the statement's, except what stands
/// beside labels of personal data. A form with needs is an application and is refused here.
struct HwpxReader: FileReader {
  var formats: [IngestFormat] { [.hwpx] }

  func recognizes(_ sample: ContentSample) -> Bool {
    sample.kind == .zip && HwpxDocument.isPackage(sample.entryNames)
  }

  func read(_ content: IngestContent, into outlet: PartOutlet) throws {
    guard let archive = content.package else { return }
    let package = try WorkbookPackage(archive, limits: content.options.limits)
    let document: HwpxDocument
    do throws(WorkbookPartFailure) {
      document = try HwpxDocument(package, limits: content.options.limits)
    } catch {
      throw error.failure
    }
    let labelled = document.labelled()
    if labelled.contains(where: { HeadingVocabulary.isOfApplications($0.label) }) {
      throw ByteSourceFailure(
        reason: "it is an application, not a profile", remedy: "give the file to 'moim match'")
    }
    map(document, labelled, name: content.sample.name, into: outlet.collector)
  }

  private func map(
    _ document: HwpxDocument, _ labelled: [(label: String, text: String)], name: String, into collector: RecordCollector
  ) {
    var evidence = Evidence(id: EvidenceID(HwpxForm.id(ofFile: name)), kind: .statement)
    var profile = OrganizationProfile(id: OrganizationID(""))
    var texts: [String] = []
    for (label, text) in labelled {
      switch HeadingVocabulary.meaning(of: label, in: .organization)?.field {
      case .personal: continue
      case .name(let language): profile.names.addBounded(FieldText.line(text), language: language)
      case .identifier(scheme: "BRN"):
        if let number = BusinessNumber(text) {
          profile.identifiers.addBounded(OrganizationIdentifier(scheme: "BRN", value: number.digits))
        }
      case .kind: profile.kind = OrganizationKindName.kind(text)
      case .homepage: profile.homepage = FieldText.line(text)
      case .address:
        if let place = KoreanRegion.place(ofAddress: text) {
          (profile.country, profile.region, profile.city) = ("KR", place.region, place.city)
        }
      case .country: profile.country = CountryName.code(text)
      case .keywords: evidence.keywords += CellList.keywords(text, separators: TableMapping.usualSeparators)
      default:
        if case .title(let language) = HeadingVocabulary.meaning(of: label, in: .evidence(.statement))?.field {
          evidence.title.addBounded(FieldText.line(text), language: language)
        } else {
          texts.append("\(label): \(FieldText.paragraphs(text))")
        }
      }
    }
    texts += document.prose
    if evidence.title.isEmpty { evidence.title.addBounded(document.firstLine) }
    evidence.text = LocalizedText(texts.joined(separator: "\n"))
    evidence.keywords = FieldText.distinct(evidence.keywords)
    guard !evidence.title.isEmpty || !evidence.text.isEmpty else {
      return collector.reject(
        line: nil, reason: "the document holds no text", remedy: "check that it is the right one; pictures are not read"
      )
    }
    var mentions = MentionList()
    if let id = TableOrganizationID.id(name: profile.names.primary, identifiers: profile.identifiers),
      RecordIdentifier.defect(of: id.rawValue) == nil
    {
      profile.id = id
      profile.kind = profile.kind ?? OrganizationKindGuess.kind(names: profile.names.entries.map(\.text))
      mentions.add(profile, role: .owner)
    } else {
      collector.note(
        "no label names the organisation whose statement it is", remedy: "write 기관명 beside its name", line: nil)
    }
    evidence.participations = mentions.participations
    collector.accept(.evidence(evidence), mentions: mentions.profiles, line: 1)
  }
}
