import ResearchProfiles

/// A scheme whose identifiers name one body, with what two different ones of it mean.
public enum IdentifierScheme: UInt8, CaseIterable, Hashable, Sendable {
  /// 사업자등록번호.
  case businessRegistration
  /// 법인등록번호.
  case corporateRegistration
  case dart
  case ror
  case grid
  case isni
  case lei
  case pic
  case vat
  /// The domain of a body's own home page.
  case domain

  /// What it is called where reasons are shown.
  public var name: String {
    switch self {
    case .businessRegistration: "사업자등록번호"
    case .corporateRegistration: "법인등록번호"
    case .dart: "DART"
    case .ror: "ROR"
    case .grid: "GRID"
    case .isni: "ISNI"
    case .lei: "LEI"
    case .pic: "PIC"
    case .vat: "VAT"
    case .domain: "domain"
    }
  }

  /// The scheme under any of the names that sources use for it.
  public init?(named name: String) {
    switch name.uppercased() {
    case "BRN", "BIZNO", "사업자등록번호", "사업자번호": self = .businessRegistration
    case "CRN", "JURIRNO", "법인등록번호", "법인번호": self = .corporateRegistration
    case "DART", "DART_CORP_CODE", "CORP_CODE": self = .dart
    case "ROR": self = .ror
    case "GRID": self = .grid
    case "ISNI": self = .isni
    case "LEI": self = .lei
    case "PIC": self = .pic
    case "VAT": self = .vat
    default: return nil
    }
  }

  /// Whether a body has only one of it, so that two different ones are two bodies. A body may be registered twice with
  /// the European Commission, and 1 in 50 bodies of ROR has several ISNIs.
  public var isExclusive: Bool {
    switch self {
    case .businessRegistration, .corporateRegistration, .dart, .ror, .grid, .lei, .vat: true
    case .isni, .pic, .domain: false
    }
  }

  /// Whether sharing one leaves little to ask.
  var isDecisive: Bool {
    switch self {
    case .businessRegistration, .corporateRegistration, .dart, .ror, .grid, .lei, .isni, .pic: true
    case .vat, .domain: false
    }
  }

  /// What different ones say where a body has only one. VAT numbers are typed by hand and change with the legal form: two
  /// of one name are worth a person's look.
  var conflictPoints: Int { self == .vat ? 60 : 100 }

  /// What sharing one says, in points of ``ResolutionScore``.
  func sharedPoints(namesAgree: Bool) -> Int {
    switch self {
    case .businessRegistration, .corporateRegistration, .dart, .ror, .grid, .lei: 100
    case .isni, .pic: 90
    case .vat: namesAgree ? 45 : 20
    case .domain: namesAgree ? 25 : 10
    }
  }
}
