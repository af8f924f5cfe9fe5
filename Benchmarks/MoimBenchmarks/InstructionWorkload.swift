/// Small fixed pieces of work whose instructions are counted.
enum InstructionWorkload: String, CaseIterable {
  case short
  case shortBest1000 = "short-best-1000"
  case filtered
  case long
  case longWithoutFrequentWords = "long-no-frequent"
  case decode
  case dictionary
  case analyzeEnglish = "analyze-english"
  case analyzeKorean = "analyze-korean"
  case analyzeWhitespace = "analyze-whitespace"
  case best10 = "best-10"
  case best1000 = "best-1000"
  case invert
  case readJSONLines = "read-json-lines"
  case readCordis = "read-cordis"
  case match
}
