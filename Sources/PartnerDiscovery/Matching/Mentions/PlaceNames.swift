/// What places are called in texts: countries by name and adjective, cities by their English names.
enum PlaceNames {
  /// Words that stand in names of places and name none.
  static let generic: Set<String> = Set(
    """
    nord sud ouest region city centro central oost west south north east northern southern western eastern kreis land \
    macroregiunea greater inner outer upper lower isole valley county stadt landkreis area noord nordest nordovest kingdom \
    united republic state islands island
    """.split(separator: " ").map(String.init))

  /// ISO 3166-1 codes by the words that name the country.
  static let countries: [String: String] = {
    let words: [String: String] = [
      "AL": "albania albanian", "AM": "armenia armenian", "AR": "argentina", "AT": "austria austrian",
      "AU": "australia australian", "BA": "bosnia bosnian", "BE": "belgium belgian flemish flanders",
      "BG": "bulgaria bulgarian", "BR": "brazil brazilian", "CA": "canada canadian", "CH": "switzerland swiss",
      "CL": "chile", "CN": "china chinese 중국", "CO": "colombia", "CY": "cyprus cypriot", "CZ": "czech czechia",
      "DE": "germany german 독일", "DK": "denmark danish 덴마크", "EE": "estonia estonian", "EG": "egypt egyptian",
      "ES": "spain spanish espana 스페인", "ET": "ethiopia", "FI": "finland finnish 핀란드", "FR": "france french 프랑스",
      "GB": "british kingdom uk england english scotland scottish wales welsh 영국", "GE": "georgia georgian",
      "GH": "ghana ghanaian", "GR": "greece greek hellenic", "HR": "croatia croatian", "HU": "hungary hungarian",
      "IE": "ireland irish 아일랜드", "IL": "israel israeli 이스라엘", "IN": "india indian 인도", "IS": "iceland icelandic",
      "IT": "italy italian italia 이탈리아", "JO": "jordan", "JP": "japan japanese 일본", "KE": "kenya kenyan",
      "KR": "korea korean", "LB": "lebanon", "LT": "lithuania lithuanian", "LU": "luxembourg", "LV": "latvia latvian",
      "MA": "morocco moroccan", "MD": "moldova moldovan", "ME": "montenegro", "MK": "macedonia macedonian",
      "MT": "malta maltese", "MX": "mexico", "NG": "nigeria", "NL": "netherlands dutch 네덜란드", "NO": "norway norwegian",
      "PL": "poland polish", "PT": "portugal portuguese", "RO": "romania romanian", "RS": "serbia serbian",
      "RW": "rwanda",
      "SE": "sweden swedish 스웨덴", "SG": "singapore 싱가포르", "SI": "slovenia slovenian slovene", "SK": "slovakia slovak",
      "SN": "senegal", "TH": "thailand", "TN": "tunisia tunisian", "TR": "turkey turkish turkiye", "TW": "taiwan 대만",
      "TZ": "tanzania", "UA": "ukraine ukrainian", "UG": "uganda", "US": "usa american 미국", "VN": "vietnam 베트남",
      "XK": "kosovo", "ZA": "africa african",
    ]
    var countries: [String: String] = [:]
    for (code, names) in words { for name in names.split(separator: " ") { countries[String(name)] = code } }
    return countries
  }()

  /// What else a word may stand for in names and cities: Vienna for Wien, both ways.
  static let synonyms: [String: [String]] = {
    let pairs = """
      antwerpen antwerp basel basle beograd belgrade bern berne bruxelles brussels brussel brussels bucuresti bucharest \
      coruna corunna firenze florence geneve geneva genova genoa gent ghent goteborg gothenburg haag hague hannover hanover \
      irakleio heraklion kobenhavn copenhagen koln cologne krakow cracow kyiv kiev lefkosia nicosia leuven louvain \
      lisboa lisbon luzern lucerne lyon lyons mallorca majorca marseille marseilles milano milan munchen munich \
      napoli naples nurnberg nuremberg padova padua patra patras pireas piraeus praha prague roma rome sevilla seville \
      thessaloniki salonica torino turin venezia venice warszawa warsaw wien vienna athina athens seoul 서울 busan 부산 \
      daejeon 대전 daegu 대구 incheon 인천 gwangju 광주 ulsan 울산 pohang 포항 suwon 수원
      """.split(separator: " ").map(String.init)
    var synonyms: [String: [String]] = [:]
    for index in stride(from: 0, to: pairs.count - 1, by: 2) {
      synonyms[pairs[index], default: []].append(pairs[index + 1])
      synonyms[pairs[index + 1], default: []].append(pairs[index])
    }
    return synonyms
  }()
}
