/// Folds the letters of a text as the analysers do, for what compares names and not terms.
public enum LetterFolding {
  /// The text in lower case, without accents, in usual widths, with Korean syllables composed; marks that belong to no
  /// letter are left out, everything else stays.
  ///
  /// - Returns: Unicode scalar values.
  /// - Complexity: linear in the text.
  public static func folded(_ text: String) -> [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar.value, to: &scalars) }
    return scalars
  }

  private static func append(_ scalar: UInt32, to scalars: inout [UInt32]) {
    switch scalar {
    case 0x41...0x5A: scalars.append(scalar | 0x20)
    case 0..<0x80, HangulSyllable.first...HangulSyllable.last: scalars.append(scalar)
    case 0x1100...0x11FF: appendJamo(scalar, to: &scalars)
    case 0xAD, 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFE20...0xFE2F: break
    default:
      if let plain = ScalarFolds.mathematicalAlphanumeric(scalar) { return scalars.append(plain) }
      let range = ScalarFolds.shared.range(of: scalar)
      if range.isEmpty { return scalars.append(scalar) }
      for index in range { scalars.append(ScalarFolds.shared[index]) }
    }
  }

  /// Decomposed syllables (NFD) become whole again as their letters come.
  private static func appendJamo(_ scalar: UInt32, to scalars: inout [UInt32]) {
    let last = scalars.last ?? 0
    switch scalar {
    case 0x1161...0x1175 where (0x1100...0x1112).contains(last):
      scalars[scalars.count - 1] = HangulSyllable.compose(leading: last - 0x1100, vowel: scalar - 0x1161, final: 0)
    case 0x11A8...0x11C2 where HangulSyllable.contains(last) && HangulSyllable.final(of: last) == 0:
      scalars[scalars.count - 1] = last + (scalar - 0x11A7)
    default: scalars.append(scalar)
    }
  }
}
