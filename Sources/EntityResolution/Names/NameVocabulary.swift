/// The words that names of bodies have in common, in the languages in which officers meet them.
///
/// Common knowledge of such names, written for this purpose; no word stands for a single body.
enum NameVocabulary {
  enum Entry {
    /// Says nothing: articles, prepositions.
    case stop
    /// The legal form of a company.
    case companyForm
    /// The legal form of other bodies.
    case form
    case word(String, NameWord.Role)
  }

  static let entries: [String: Entry] = {
    var entries: [String: Entry] = [:]
    for word in stops.split(whereSeparator: \.isWhitespace) { entries[String(word)] = .stop }
    for word in companyForms.split(whereSeparator: \.isWhitespace) { entries[String(word)] = .companyForm }
    for word in forms.split(whereSeparator: \.isWhitespace) { entries[String(word)] = .form }
    for (table, role) in [(generic, NameWord.Role.generic), (units, .unit)] {
      for line in table.split(separator: "\n") {
        let words = line.split(separator: " ").map(String.init)
        for word in words { entries[word] = .word(words[0], role) }
      }
    }
    return entries
  }()

  private static let stops = """
    the of and for in at on de la le les du des del della delle dei degli di da do dos das e et y i und fur fuer der die
    das den dem zu zum zur van voor het een en och og ved au aux a an el los las al dell l d su sur per pour von to
    """

  private static let companyForms = """
    inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh ggmbh mbh ag kg kgaa ohg ug sa sas sasu
    sarl eurl srl srls spa scarl scrl sl slu slne sll sau lda ltda bv nv cv vof bvba sprl cvba ab aktiebolag oy oyj as asa
    aps is ivs spzoo spolka doo dd dooel ood eood ad kft zrt nyrt bt sro aktiengesellschaft ehf hf sia uab oue ou
    pty pte bhd sdn kk kabushiki kaisha yugen gk pvt private tbk pt cia sicav se ooo oao zao pao pjsc
    ojsc jsc cjsc ike epe ae oe societe anonyme gesellschaft 株式会社 有限公司 有限责任公司 股份有限公司
    """

  private static let forms = """
    ev vzw asbl aisbl ivzw stiftung fundacion fundacao fundacio fondazione fondation foundation ong ngo onlus ry rf vof
    registered charity incorporation consorzio scpa epic epe erc spzoz sppsp prl
    """

  /// The first word of a line stands for all of it.
  private static let generic = """
    university universities univ universitat universitaet universitaten universita universite universites universidad universidade universitas universiteit universitet universitetet universitets universitesi uniwersytet univerzita univerzitet univerzitete sveuciliste sveucilista egyetem yliopisto universitatea universitetas universitate uni unibertsitatea prifysgol daigaku universitario universitaria universitaire 대학교 大学 大學
    college colleges colegio collegium collegio colege hogskola hogskolan hogeschool hochschule fachhochschule hoyskolen hogskolen escola ecole escuela scuola school schools schule skola akademie 대학 학교 学院
    academy academie academia accademia akademia akademi akademija akademiya acad akademii 아카데미
    institute inst institut institutes instituto istituto instytut instituut institutet institutul institutas ustav intezet institucio institution institutions 연구원 연구소 研究所 研究院
    center centre ctr centro centrum zentrum centar kozpont keskus centres centers centrul centras senter cent 센터 中心
    national natl nacional nationale nationaal nazionale nationales nationaux narodni narodowy krajowy nacionalni nat nacionalinis 국립 国立 國立
    international intl internacional internationale internazionale internationales miedzynarodowy 국제
    technology technologies tech technologie technologia tecnologia tecnologias technologii teknologi teknologiska technologique tecnologica tecnologico technological technologiques tekniska teknik technik 기술 테크놀로지
    technical technische techniques technique tecnica tecnico tecnicas techniczny technicka technika 공업
    polytechnic polytechnique politecnico politecnica politechnika politehnica politechnic polytech polytechnical polytechnics politecnic
    science sciences sci ciencia ciencias scienze wissenschaft wissenschaften vetenskap nauk nauki scientific scientifique scientifica wetenschappen ved 과학
    research recherche recherches ricerca ricerche investigacion investigaciones investigacao forschung forskning badan onderzoek res vyzkum vyzkumny recerca 연구 研究
    medical med medicine medicina medizin medizinische medizinischen medica medico medicale medyczny medycyny medisch medicinski 의학 의과 醫學 医科 医学
    health salud saude sante gesundheit salute halsa zdrowia zdravi healthcare 보건 건강
    engineering eng ingenieria engenharia ingegneria ingenierie ingenieurwissenschaften 공학
    agriculture agricultural agri agricola agraria agronomy agrarian agronomique agronomica 농업
    applied angewandte appliquees aplicadas applicata aplicada
    advanced avancees avanzados avanzadas
    state staatliche statale estatal estadual staats stato
    federal federale bundes
    general generale allgemeine
    development desarrollo developpement sviluppo entwicklung 개발
    innovation innovations innovacion innovazione innovative 혁신
    industry industries industrial industria industrie industriel industriale industrielle 산업
    systems system systeme systemes sistemas sistemi 시스템
    solutions solution 솔루션
    services service servicios servizi 서비스
    group groupe gruppe grupo gruppo 그룹
    energy energie energia energetics 에너지
    environment environmental umwelt ambiente medio
    management gestion 경영
    education educational educacion educacao bildung 교육
    economics economic economia economie economy wirtschaft 경제
    electronics electronic electronica elettronica elektronik 전자
    electric electrical electricity electro elektrizitat electrica elettrica electrique elektro 전기
    information informatics informatica informatik informatique informacion 정보
    communication communications telecommunications telecom telecommunication comunicacion 통신
    computer computing computers 컴퓨터 컴퓨팅
    software 소프트웨어
    materials material materiales 소재 재료
    bio biotech biotechnology biotecnologia biotechnologie biologia biology biological biologie biosciences bioscience biosystems 바이오 생명 생명공학
    pharma pharmaceutical pharmaceuticals pharmacy farmacia pharmaceutica 제약 약학
    chemical chemistry chemie chimica quimica chemicals chimie 화학
    physics physical physik fisica physique 물리
    digital numerique 디지털
    data 데이터
    labs
    royal real reale
    public publique publico pubblico publica 공공
    social sociales sociale 사회
    european europe europeen europeenne europaische europeo europea europeu 유럽
    korea korean 한국 대한 대한민국
    new nuevo nova nouveau 신
    city municipality municipal comune ayuntamiento ajuntament gemeente stadt commune camara gmina ville ciudad obec 시 시청
    ministry ministere ministerio ministero ministerie ministerstwo ministerium ministarstvo 부
    government govt regierung gobierno 정부
    agency agence agencia agenzia agentur agencija 진흥원 agentschap
    association associacao asociacion associazione verein verband vereniging assoc 협회 조합
    society sociedad sociedade societa sociedade 학회
    council consejo conseil consiglio rada conselho 위원회
    authority autorita autorite autoridad 공단
    federation federacion federazione federatie 연합회
    union unione verbund 연합
    department departement departamento dipartimento abteilung
    enterprise enterprises entreprise empresa impresa 기업
    consulting consultancy consultants consultores consult advisory 컨설팅
    network networks reseau rete red
    global world worldwide
    arts art artes 예술
    law 법학
    humanities
    business handel commerce affaires
    design 디자인
    quantum quantique quanten quantica 양자 퀀텀
    smart intelligent
    water eau agua
    marine maritime mar ocean
    space
    food alimentaire alimentos 식품
    power 전력
    robotics robot robots 로보틱스 로봇
    semiconductor semiconductors 반도체
    security 보안
    partners partner 파트너스
    ventures venture 벤처스
    investment investments capital invest 인베스트먼트 투자
    north northern norte nord
    south southern sur sud sul
    east eastern est este
    west western ouest oeste
    central centrale zentral
    autonomous autonoma autonome
    catholic catolica cattolica catholique katholieke katolicki 가톨릭
    metropolitan
    regional regionale region regione
    """

  private static let units = """
    hospital hospitals hosp hopital hopitaux ospedale ospedaliera ospedali krankenhaus klinikum szpital sairaala sjukhus sykehus ziekenhuis hospitalar hospitalier hospitalario hospitales nemocnice korhaz 병원 医院 病院
    clinic clinics klinik kliniken clinique clinica klinika cliniques clinico 의원
    laboratory lab laboratories laboratoire laboratorio laboratorium laboratori laboratoires 연구실 실험실
    faculty faculte facultad facolta fakultat fakultet faculdade wydzial fac fakulta
    campus kampus campuses 캠퍼스 분교
    press
    library bibliotheque biblioteca bibliothek bibliotek 도서관
    museum musee museo museu muzeum museums 박물관 미술관
    division div
    branch filial 지사 지점 분원 본부
    subsidiary
    observatory observatoire observatorio osservatorio observatorium 천문대
    trust
    fund fonds fondo 기금
    alumni 동문회
    park parc parque 테크노파크
    unit unite
    headquarters
    hub 허브
    incubator 창업보육센터
    holding holdings hldgs 홀딩스
    """
}
