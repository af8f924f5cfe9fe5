import TermBridging
import TextAnalysis

/// A few concepts, read from a table as the real ones are.
enum Samples {
  static let analyzer = StandardAnalyzer()

  static let header = "id\tfield\tkorean\tenglish\tabbreviations\tnote\n"

  static let table =
    header + """
      quantum\tquantum\t양자|퀀텀\tquantum\t\t
      quantum-key-distribution\tquantum\t양자 키 분배|양자키분배|양자암호키분배\tquantum key distribution|quantum key exchange\tQKD\t
      post-quantum-cryptography\tquantum\t양자내성암호|양자 내성 암호\tpost-quantum cryptography\tPQC\t
      sensor\tsensors\t센서|감지기\tsensor|detector\t\t
      wireless\tsensors\t무선\twireless\t\t
      cancer\thealth\t암\tcancer\t\t
      gallium-nitride\tmaterials\t질화갈륨\tgallium nitride\tGaN\t
      photonic-integrated-circuit\tphotonics\t광집적회로\tphotonic integrated circuit\t~PIC\t
      demonstration\tresearch-policy\t실증\tdemonstration\t\t
      genome\thealth\t유전체\tgenome\t\t유전체 is a dielectric too
      dielectric\tmaterials\t유전체\tdielectric\t\tsee genome
      """

  static var concepts: [GlossaryConcept] {
    var reader = GlossaryReader()
    reader.read(file: "sample.tsv", bytes: Array(table.utf8))
    return reader.concepts
  }

  static let glossary = Glossary(concepts, analyzer: analyzer)

  /// The ids of the concepts that a text mentions, in order of their places; those of one place joined by a slash.
  static func mentioned(in text: String) -> [String] {
    glossary.mentions(in: text).map { mention in
      mention.concepts.map { glossary.concepts[$0].id }.joined(separator: "/")
    }
  }

  /// The terms of a text as a query has them, all of one weight.
  static func terms(of text: String, weight: Float = 1) -> [BridgeTerm] {
    var buffer = TokenBuffer()
    analyzer.analyze(text.utf8.span, into: &buffer)
    return buffer.tokens.map {
      BridgeTerm(stream: $0.stream, bytes: Array(buffer.term(of: $0)), weight: weight)
    }
  }

  static let parallelTexts = [
    ParallelText(korean: "다중 대역 안테나", english: "multi band antenna"),
    ParallelText(korean: "배열안테나를 이용한 레이더", english: "radar using array antenna"),
    ParallelText(korean: "소형 안테나", english: "small antenna"),
    ParallelText(korean: "소형 그래핀 전극", english: "small graphene electrode"),
    ParallelText(korean: "그래핀 센서", english: "graphene sensor"),
    ParallelText(korean: "센서의 전극", english: "electrode of a sensor"),
    ParallelText(korean: "레이더 센서", english: "radar sensor"),
    ParallelText(korean: "다중 그래핀", english: "multi graphene"),
  ]
}
