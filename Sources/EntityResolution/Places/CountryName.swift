/// The countries as free text names them.
enum CountryName {
  /// ISO 3166-1 alpha-2 of a folded name of one to four words.
  static let codes: [String: String] = {
    var codes: [String: String] = [:]
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      for name in parts[1].split(separator: ",") {
        codes[name.split(separator: " ").joined(separator: " ")] = String(parts[0])
      }
    }
    return codes
  }()

  /// States of the United States, provinces of Canada and Australia by name: "Iowa" says US.
  static let divisions: [String: String] = {
    var divisions: [String: String] = [:]
    for (country, names) in divisionTables {
      for name in names.split(separator: ",") {
        divisions[name.split(whereSeparator: \.isWhitespace).joined(separator: " ")] = country
      }
    }
    return divisions
  }()

  static let longestWordCount = 4

  private static let divisionTables: [(String, String)] = [
    (
      "US",
      """
      alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,hawaii,idaho,illinois,indiana,iowa,
      kansas,kentucky,louisiana,maine,maryland,massachusetts,michigan,minnesota,mississippi,missouri,montana,nebraska,
      nevada,new hampshire,new jersey,new mexico,new york,north carolina,north dakota,ohio,oklahoma,oregon,pennsylvania,
      rhode island,south carolina,south dakota,tennessee,texas,utah,vermont,virginia,washington,west virginia,wisconsin,
      wyoming,calif,mass,minn,ill,conn,penn,mich
      """
    ),
    (
      "CA",
      "alberta,british columbia,manitoba,new brunswick,newfoundland,nova scotia,ontario,quebec,saskatchewan"
    ),
    ("AU", "queensland,tasmania,new south wales,nsw,western australia,south australia"),
    ("GB", "england,scotland,wales,northern ireland"),
  ]

  private static let table = """
    AD andorra
    AE united arab emirates,uae
    AF afghanistan
    AL albania
    AM armenia
    AO angola
    AR argentina
    AT austria,osterreich
    AU australia
    AZ azerbaijan
    BA bosnia and herzegovina,bosnia
    BD bangladesh
    BE belgium,belgique,belgie
    BF burkina faso
    BG bulgaria
    BH bahrain
    BJ benin
    BN brunei
    BO bolivia
    BR brazil,brasil
    BW botswana
    BY belarus
    CA canada
    CD democratic republic of the congo
    CG congo
    CH switzerland,schweiz,suisse
    CI cote divoire,ivory coast
    CL chile
    CM cameroon
    CN china,p r china,pr china,peoples republic of china,prc
    CO colombia
    CR costa rica
    CU cuba
    CY cyprus
    CZ czech republic,czechia
    DE germany,deutschland,allemagne
    DK denmark,danmark
    DO dominican republic
    DZ algeria
    EC ecuador
    EE estonia
    EG egypt
    ES spain,espana
    ET ethiopia
    FI finland
    FJ fiji
    FR france
    GB united kingdom,uk,u k,great britain
    GE georgia
    GH ghana
    GR greece
    GT guatemala
    HK hong kong
    HN honduras
    HR croatia
    HU hungary
    ID indonesia
    IE ireland
    IL israel
    IN india
    IQ iraq
    IR iran
    IS iceland
    IT italy,italia
    JM jamaica
    JO jordan
    JP japan
    KE kenya
    KG kyrgyzstan
    KH cambodia
    KP north korea
    KR korea,south korea,republic of korea,대한민국,한국
    KW kuwait
    KZ kazakhstan
    LA laos
    LB lebanon
    LK sri lanka
    LT lithuania
    LU luxembourg
    LV latvia
    LY libya
    MA morocco
    MD moldova
    ME montenegro
    MG madagascar
    MK macedonia,north macedonia
    ML mali
    MM myanmar
    MN mongolia
    MO macau,macao
    MT malta
    MU mauritius
    MW malawi
    MX mexico
    MY malaysia
    MZ mozambique
    NA namibia
    NE niger
    NG nigeria
    NI nicaragua
    NL netherlands,the netherlands,holland,nederland
    NO norway,norge
    NP nepal
    NZ new zealand
    OM oman
    PA panama
    PE peru
    PG papua new guinea
    PH philippines
    PK pakistan
    PL poland,polska
    PS palestine
    PT portugal
    PY paraguay
    QA qatar
    RO romania
    RS serbia
    RU russia,russian federation,ussr
    RW rwanda
    SA saudi arabia
    SD sudan
    SE sweden,sverige
    SG singapore
    SI slovenia
    SK slovakia,slovak republic
    SN senegal
    SV el salvador
    SY syria
    TH thailand
    TN tunisia
    TR turkey,turkiye
    TT trinidad and tobago
    TW taiwan
    TZ tanzania
    UA ukraine
    UG uganda
    US united states,united states of america,usa,u s a
    UY uruguay
    UZ uzbekistan
    VE venezuela
    VN vietnam,viet nam
    XK kosovo
    YE yemen
    ZA south africa
    ZM zambia
    ZW zimbabwe
    """
}
