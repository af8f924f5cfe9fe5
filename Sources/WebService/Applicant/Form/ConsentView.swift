import ForumDesk

/// The full wording of a consent.
struct ConsentView {
  var text: ConsentText
  var language: Language

  /// What is said, in its order.
  var rows: [(label: Bilingual, value: Bilingual)] {
    [
      (Bilingual("받는 곳", "Recipient"), text.recipientName), (Bilingual("목적", "Purpose"), text.purpose),
      (Bilingual("항목", "What is given"), text.itemNames), (Bilingual("보유 기간", "For how long"), text.period),
      (Bilingual("거부할 권리", "Your right to refuse"), text.refusal),
    ]
  }

  var html: String {
    let pairs = rows.map { row in
      "<dt>\(HTMLText.escaped(row.label[language]))</dt><dd>\(HTMLText.escaped(row.value[language]))</dd>"
    }
    return "<dl class=\"pairs\">\(pairs.joined())</dl>"
  }
}
