public import CallRules
import Foundation
import IndexStorage

/// Finds the rules that a user names: a file, or a shipped one by its name.
public enum RuleSource {
  /// - Throws: `RuleFileError` with every mistake of the file, or ``ConsortiumInputError``.
  public static func find(_ name: String) throws -> RuleBook {
    let text: String
    if FileSystem.exists(name) {
      guard let data = try? Data(contentsOf: URL(filePath: name)) else {
        throw ConsortiumInputError.unreadable(path: name)
      }
      text = String(decoding: data, as: UTF8.self)
    } else if let shipped = ShippedRules.text(named: name) {
      text = shipped
    } else {
      throw ConsortiumInputError.unknownRules(name: name, shipped: ShippedRules.all.map(\.name))
    }
    return try read(text, name: name)
  }

  /// Shipped rules by their name, and never a file.
  public static func shipped(_ name: String) throws -> RuleBook {
    guard let text = ShippedRules.text(named: name) else {
      throw ConsortiumInputError.unknownRules(name: name, shipped: ShippedRules.all.map(\.name))
    }
    return try read(text, name: name)
  }

  /// Rules from their text.
  ///
  /// - Throws: `RuleFileError` with every mistake.
  public static func read(_ text: String, name: String) throws -> RuleBook {
    comparable(try RuleFileReader().read(text, file: name))
  }

  /// Regions as the index compares them: 서울 for Seoul and for 서울특별시.
  private static func comparable(_ book: RuleBook) -> RuleBook {
    func comparable(_ filter: MemberFilter) -> MemberFilter {
      var filter = filter
      filter.regions = filter.regions.map(RegionName.comparable)
      return filter
    }
    var book = book
    for place in book.rules.indices {
      switch book.rules[place].requirement {
      case .members(let filter, let least, let most):
        book.rules[place].requirement = .members(comparable(filter), atLeast: least, atMost: most)
      case .share(let filter, let least, let most):
        book.rules[place].requirement = .share(comparable(filter), atLeastPercent: least, atMostPercent: most)
      case .distinct(let attribute, let filter, let least):
        book.rules[place].requirement = .distinct(attribute, of: comparable(filter), atLeast: least)
      case .lead(let filter): book.rules[place].requirement = .lead(comparable(filter))
      case .size, .governmentShare, .load, .independent, .excluded: break
      }
    }
    return book
  }
}
