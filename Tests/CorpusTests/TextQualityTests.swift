import Foundation
import Testing
import forum_generator

@Suite struct TextQualityTests {
  private func wordCount(_ text: String) -> Int { text.split(whereSeparator: \.isWhitespace).count }

  @Test func `a text has 60 to 200 words in each of its languages`() throws {
    for record in try SharedForum.forum().evidence {
      for (language, text) in record.texts {
        #expect((60...200).contains(wordCount(text)), "\(record.id) \(language): \(wordCount(text)) words")
      }
    }
  }

  @Test func `an application has 80 to 250 words, a title, keywords, needs and offers`() throws {
    for application in try SharedForum.forum().applications {
      let entry = application.entry
      #expect((80...250).contains(wordCount(application.summary)), "\(entry.id): \(wordCount(application.summary))")
      #expect(!entry.title.isEmpty && entry.keywords.count >= 3 && !entry.offers.isEmpty, "\(entry.id)")
      #expect(entry.needs.contains { $0.isRequired } && (2...5).contains(entry.needs.count), "\(entry.id)")
      #expect(!application.applicantName.isEmpty && !application.applicantKind.isEmpty, "\(entry.id)")
    }
  }

  @Test func `no slot, bracket or doubled blank is left in a text`() throws {
    for record in try SharedForum.forum().evidence {
      for text in Array(record.titles.values) + Array(record.texts.values) {
        #expect(!text.contains(where: { "{}[]|".contains($0) }) && !text.contains("  "), "\(record.id): \(text)")
        #expect(!text.contains("..") && !text.contains(" ."), "\(record.id): \(text)")
      }
    }
  }

  @Test func `a text never says one sentence twice`() throws {
    for record in try SharedForum.forum().evidence {
      for text in record.texts.values {
        let sentences = text.components(separatedBy: ". ").filter { $0.count > 12 }
        #expect(Set(sentences).count == sentences.count, "\(record.id): \(text)")
      }
    }
  }

  @Test func `a Korean application keeps to one level of speech`() throws {
    for application in try SharedForum.forum().applications where application.entry.language == .korean {
      let sentences = application.summary.components(separatedBy: ". ").map { $0.hasSuffix(".") ? $0 : $0 + "." }
      let politeCount = sentences.filter { $0.hasSuffix("니다.") }.count
      #expect([0, sentences.count].contains(politeCount), "\(application.entry.id): \(application.summary)")
    }
  }

  @Test func `titles are unique`() throws {
    var seen: Set<String> = []
    for record in try SharedForum.forum().evidence {
      for title in record.titles.values { #expect(seen.insert(title).inserted, "\(record.id): \(title)") }
    }
  }

  @Test func `a Korean text is written in Hangul and an English one in Latin letters`() throws {
    for record in try SharedForum.forum().evidence {
      let korean = record.texts[.korean, default: "가"]
      let hangulCount = korean.unicodeScalars.filter { (0xAC00...0xD7A3).contains($0.value) }.count
      #expect(hangulCount * 2 > korean.replacingOccurrences(of: " ", with: "").count, "\(record.id)")
      let english = record.texts[.english, default: ""]
      #expect(!english.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }, "\(record.id): \(english)")
    }
  }

  @Test func `English sentences use the right indefinite article`() throws {
    for record in try SharedForum.forum().evidence {
      let words = record.texts[.english, default: ""].split(separator: " ")
      for (article, noun) in zip(words, words.dropFirst()) where article.lowercased() == "a" {
        let first = noun.first?.lowercased() ?? ""
        let soundsLikeConsonant = noun.hasPrefix("uni") || noun.hasPrefix("use") || noun.hasPrefix("European")
        #expect(!"aeio".contains(first) || soundsLikeConsonant, "\(record.id): \(article) \(noun)")
      }
    }
  }

  @Test func `numbers agree where a record is written in both languages`() throws {
    var compared = 0
    for record in try SharedForum.forum().evidence where record.kind != .equipment {
      guard let korean = record.texts[.korean], let english = record.texts[.english] else { continue }
      let shared = Set(decimals(korean)).intersection(decimals(english))
      if !decimals(korean).isEmpty, !decimals(english).isEmpty, !shared.isEmpty { compared += 1 }
    }
    #expect(compared > 30)
  }

  private func decimals(_ text: String) -> [String] {
    text.split { !$0.isNumber && $0 != "." }.map { $0.trimmingCharacters(in: ["."]) }.filter { !$0.isEmpty }
  }
}
