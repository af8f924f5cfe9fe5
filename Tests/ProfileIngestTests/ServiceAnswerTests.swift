import ProfileIngest
import TestCorpora
import Testing

/// What services answer instead of records.
struct ServiceAnswerTests {
  @Test(arguments: [
    (
      "<OpenAPI_ServiceResponse><cmmMsgHeader><errMsg>SERVICE ERROR</errMsg><returnAuthMsg>SERVICE_KEY_IS_NOT_REGISTERED_ERROR</returnAuthMsg><returnReasonCode>30</returnReasonCode></cmmMsgHeader></OpenAPI_ServiceResponse>",
      "the service key is not registered"
    ),
    (
      "{ \"OpenAPI_ServiceResponse\": { \"cmmMsgHeader\": { \"errMsg\": \"E\", \"returnAuthMsg\": \"등록되지 않은 서비스키\", \"returnReasonCode\": \"30\" } } }",
      "the service key is not registered"
    ),
    (
      "<response><header><successYN>N</successYN><resultCode>31</resultCode><resultMsg>DEADLINE_HAS_EXPIRED_ERROR</resultMsg></header></response>",
      "the service key has expired"
    ),
    (
      "<response><header><resultCode>22</resultCode><resultMsg>x</resultMsg></header><body><items/></body></response>",
      "the day's number of requests is used up"
    ),
    ("<error>유효한 인증키가 아닙니다. 인증키 : BAD</error>", "the key is not valid"),
    ("<ERROR><CODE>9</CODE><MESSAGE>유효하지 않은 인증키</MESSAGE></ERROR>", "the key is not valid"),
    (
      "<MetaData><inputData><key>BAD</key></inputData><error>등록되지 않은 key 입니다.</error></MetaData>",
      "the key is not registered"
    ),
    (
      "<MetaData><resultSummary><statusCode>401</statusCode></resultSummary><errorDetail><errorCode>E4006</errorCode><errorMessage>x</errorMessage></errorDetail></MetaData>",
      "the address that asked is not registered"
    ),
    ("<MetaData><resultSummary><statusCode>500</statusCode></resultSummary></MetaData>", "the service itself failed"),
    ("{\"status\":\"020\",\"message\":\"요청 제한을 초과하였습니다.\"}", "the number of requests or companies is used up"),
    (
      "<result><status>010</status><message>등록되지 않은 키입니다.</message></result>", "the key is not registered or not in use"
    ),
  ])
  func `an error is one rejection in the user's words`(answer: String, meaning: String) throws {
    let ingestion = try Ingestion(answer)
    #expect(ingestion.recordsRead == 1 && ingestion.rejections.count == 1 && ingestion.warnings == [])
    #expect(ingestion.rejections.first?.reason.contains(meaning) == true, "\(ingestion.issues)")
    #expect(ingestion.rejections.first?.remedy.isEmpty == false)
  }

  @Test(arguments: [
    "<RESULT><TOTALHITS>0</TOTALHITS><RESULTSET /></RESULT>",
    "<MetaData><outputData><result><resultMsg>No Data</resultMsg></result></outputData></MetaData>",
    "<response><header><resultCode>00</resultCode></header><body><items/><totalCount>0</totalCount></body></response>",
    "<response><header><resultCode>03</resultCode><resultMsg>NODATA_ERROR</resultMsg></header></response>",
    "<MetaData><resultSummary><statusCode>200</statusCode></resultSummary><recordList/></MetaData>",
    "{\"status\":\"013\",\"message\":\"조회된 데이타가 없습니다.\"}",
    "<result><status>013</status><message>x</message></result>",
  ])
  func `an answer without records is a warning and no loss`(answer: String) throws {
    let ingestion = try Ingestion(answer)
    #expect(ingestion.recordsRead == 0 && ingestion.rejections == [])
    #expect(ingestion.warnings.map(\.remedy) == ["repeat the search with other words"])
  }

  /// Wherever a service may echo the key that it was sent.
  @Test(arguments: [
    "<error>Unknown failure for apprvKey=PLANTED0key1SECRET</error>",
    "<error>Unknown failure, key : PLANTED0key1SECRET</error>",
    "<error>무엇인가 잘못되었습니다 (인증키: PLANTED0key1SECRET)</error>",
    "<error>PLANTED0key1SECRET</error>",
    "<MetaData><inputData><key>PLANTED0key1SECRET</key></inputData><error>bad PLANTED0key1SECRET</error></MetaData>",
    "<MetaData><inputData><key>PLANTED0key1SECRET</key></inputData><outputData><record><articleInfo article-id=\"A\"><title-group><article-title>t</article-title></title-group><url>http://x/?key=PLANTED0key1SECRET</url></articleInfo></record></outputData></MetaData>",
    "<response><header><resultCode>PLANTED0key1SECRET</resultCode><resultMsg>PLANTED0key1SECRET</resultMsg></header></response>",
    "{\"response\": {\"header\": {\"resultCode\": \"77\", \"resultMsg\": \"serviceKey=PLANTED0key1SECRET&x\"}}}",
    "<response><body><items><item><pblancNm>공고</pblancNm><pblancId>P</pblancId><bsnsSumryCn>http://a.kr/?ServiceKey=PLANTED0key1SECRET&amp;n=1</bsnsSumryCn></item></items></body></response>",
    "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"><request key=\"PLANTED0key1SECRET\">http://a/?key=PLANTED0key1SECRET</request><error code=\"badArgument\">wrong key: PLANTED0key1SECRET</error></OAI-PMH>",
    "<key>PLANTED0key1SECRET</key>", "<MetaData key=\"PLANTED0key1SECRET\"><broken",
  ])
  func `a key that is echoed reaches neither records nor issues`(answer: String) throws {
    let ingestion = try Ingestion(answer)
    #expect(!ingestion.records.isEmpty || !ingestion.issues.isEmpty)
    #expect("\(ingestion.records) \(ingestion.issues.map(\.description))".contains("PLANTED0key1SECRET") == false)
  }

  @Test func `records beside an odd status are kept`() throws {
    let ingestion = try Ingestion(
      "<response><header><resultCode>22</resultCode></header><body><items><item><pblancNm>공고</pblancNm><pblancId>P</pblancId></item></items></body></response>"
    )
    #expect(ingestion.ids == ["P"])
    #expect(ingestion.warnings.count == 1 && ingestion.rejections == [])
  }

  @Test(arguments: [
    ("/a/list?serviceKey=SECRET1&page=2", "/a/list?serviceKey=***&page=2"),
    ("b=1/x?apiKey=SECRET1.zip!/y=2/token=SECRET2.xml", "b=1/x?apiKey=***!/y=2/token=***"),
    ("/plain/x.xml", "/plain/x.xml"),
  ])
  func `keys in the names of files are not shown`(path: String, shown: String) {
    #expect(ShownPath.of(path) == shown)
  }

  @Test func `a file that is called by the address of its request is read, and its key is in nothing that is said`()
    throws
  {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "getList?serviceKey=SECRET1234&page=1.csv", "기업명,사업자등록번호\n(주)가상퀀텀,999-99-99999\n,1\n")
    let ingestion = try Ingestion([path])
    #expect(ingestion.organizations.count == 1)
    #expect(!ingestion.issues.isEmpty)
    #expect(!"\(ingestion.issues) \(ingestion.records)".contains("SECRET1234"))
    #expect(ingestion.issues.allSatisfy { $0.file.hasSuffix("getList?serviceKey=***&page=1.csv") })
  }
}
