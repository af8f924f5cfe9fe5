/// The arithmetic of kana: a voiced kana follows its plain one, a half-voiced one follows that.
enum Kana {
  private static let katakanaOffset: UInt32 = 0x60

  /// Kana and mark in one, or `nil` where there is no such kana.
  ///
  /// - Parameter mark: U+3099 or U+309B for voiced, U+309A or U+309C for half-voiced.
  static func compose(_ kana: UInt32, mark: UInt32) -> UInt32? {
    let isKatakana = kana >= 0x30A1
    let hiragana = isKatakana ? kana - katakanaOffset : kana
    let isVoiced = mark == 0x3099 || mark == 0x309B
    switch hiragana {
    case 0x3046 where isVoiced: return kana + 0x4E
    case 0x304B...0x3061 where isVoiced && hiragana % 2 == 1: return kana + 1
    case 0x3064...0x3068 where isVoiced && hiragana % 2 == 0: return kana + 1
    case 0x306F...0x307B where hiragana % 3 == 0: return kana + (isVoiced ? 1 : 2)
    default: return nil
    }
  }
}
