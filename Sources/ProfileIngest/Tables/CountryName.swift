/// Countries by name or code, as tables write them.
public enum CountryName {
  /// ISO 3166-1 alpha-2 of a name in Korean or English, of an alpha-2 or of a usual alpha-3 code; `nil` for anything else.
  public static func code(_ text: String) -> String? {
    let text = FieldText.line(text)
    if text.utf8.count == 2, text.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) {
      return CountryCode.normalized(text).flatMap { codes.contains($0) ? $0 : nil }
    }
    return names[text.lowercased().filter { $0.isLetter }]
  }

  private static let codes: Set<String> = Set(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD \
    CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF \
    GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN \
    KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA \
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI \
    SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI \
    VN VU WF WS XK YE YT ZA ZM ZW
    """.split(separator: " ").map(String.init))

  private static let names: [String: String] = {
    let list: [(String, [String])] = [
      ("KR", ["대한민국", "한국", "korea", "southkorea", "republicofkorea", "korearepublicof", "rok", "kor"]),
      ("US", ["미국", "usa", "unitedstates", "unitedstatesofamerica"]), ("JP", ["일본", "japan", "jpn"]),
      ("CN", ["중국", "china", "prchina", "peoplesrepublicofchina", "chn"]), ("TW", ["대만", "taiwan", "twn"]),
      ("HK", ["홍콩", "hongkong", "hkg"]), ("SG", ["싱가포르", "싱가폴", "singapore", "sgp"]),
      ("GB", ["영국", "uk", "unitedkingdom", "greatbritain", "england", "scotland", "wales", "gbr"]),
      ("DE", ["독일", "germany", "deutschland", "deu"]), ("FR", ["프랑스", "france", "fra"]),
      ("IT", ["이탈리아", "italy", "ita"]), ("ES", ["스페인", "spain", "esp"]), ("PT", ["포르투갈", "portugal", "prt"]),
      ("NL", ["네덜란드", "netherlands", "thenetherlands", "nld"]), ("BE", ["벨기에", "belgium", "bel"]),
      ("LU", ["룩셈부르크", "luxembourg", "lux"]), ("CH", ["스위스", "switzerland", "che"]),
      ("AT", ["오스트리아", "austria", "aut"]), ("SE", ["스웨덴", "sweden", "swe"]), ("NO", ["노르웨이", "norway", "nor"]),
      ("DK", ["덴마크", "denmark", "dnk"]), ("FI", ["핀란드", "finland", "fin"]), ("IS", ["아이슬란드", "iceland", "isl"]),
      ("IE", ["아일랜드", "ireland", "irl"]), ("PL", ["폴란드", "poland", "pol"]),
      ("CZ", ["체코", "czechia", "czechrepublic", "cze"]), ("SK", ["슬로바키아", "slovakia", "svk"]),
      ("HU", ["헝가리", "hungary", "hun"]), ("RO", ["루마니아", "romania", "rou"]), ("BG", ["불가리아", "bulgaria", "bgr"]),
      ("GR", ["그리스", "greece", "el", "grc"]), ("HR", ["크로아티아", "croatia", "hrv"]),
      ("SI", ["슬로베니아", "slovenia", "svn"]), ("EE", ["에스토니아", "estonia", "est"]), ("LV", ["라트비아", "latvia", "lva"]),
      ("LT", ["리투아니아", "lithuania", "ltu"]), ("UA", ["우크라이나", "ukraine", "ukr"]),
      ("RU", ["러시아", "russia", "russianfederation", "rus"]), ("TR", ["튀르키예", "터키", "turkey", "turkiye", "tur"]),
      ("IL", ["이스라엘", "israel", "isr"]), ("IN", ["인도", "india", "ind"]), ("ID", ["인도네시아", "indonesia", "idn"]),
      ("VN", ["베트남", "vietnam", "vnm"]), ("TH", ["태국", "thailand", "tha"]), ("MY", ["말레이시아", "malaysia", "mys"]),
      ("PH", ["필리핀", "philippines", "phl"]), ("AU", ["호주", "australia", "aus"]),
      ("NZ", ["뉴질랜드", "newzealand", "nzl"]), ("CA", ["캐나다", "canada", "can"]), ("MX", ["멕시코", "mexico", "mex"]),
      ("BR", ["브라질", "brazil", "bra"]), ("AR", ["아르헨티나", "argentina", "arg"]), ("CL", ["칠레", "chile", "chl"]),
      ("ZA", ["남아프리카공화국", "southafrica", "zaf"]), ("EG", ["이집트", "egypt", "egy"]),
      ("SA", ["사우디아라비아", "saudiarabia", "sau"]),
      ("AE", ["아랍에미리트", "uae", "unitedarabemirates", "are"]), ("KZ", ["카자흐스탄", "kazakhstan", "kaz"]),
      ("MN", ["몽골", "mongolia", "mng"]), ("UZ", ["우즈베키스탄", "uzbekistan", "uzb"]), ("CY", ["키프로스", "cyprus", "cyp"]),
      ("MT", ["몰타", "malta", "mlt"]), ("RS", ["세르비아", "serbia", "srb"]), ("KP", ["북한", "northkorea"]),
    ]
    var names: [String: String] = [:]
    for (code, words) in list {
      for word in words { names[word] = code }
    }
    return names
  }()
}
