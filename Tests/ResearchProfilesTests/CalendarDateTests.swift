import ResearchProfiles
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("2000-02-29", 11016), ("2024-03-01", 19783), ("1969-12-31", -1),
  ])
  func `counts days since 1970`(text: String, days: Int) throws {
    let date = try #require(CalendarDate(text))
    #expect(Int(date.daysSinceEpoch) == days)
    #expect(date.description == text)
  }

  @Test(arguments: [
    "20240301", "2024.03.01", "2024/3/1", "2024-03-01T10:00:00", "2024-03-01 00:00:00.0", "2024. 3. 1",
  ])
  func `reads the forms that exports use`(text: String) {
    #expect(CalendarDate(text)?.description == "2024-03-01")
  }

  @Test(arguments: ["", "2023-02-29", "2024-13-01", "soon", "12", "0000-00-00"])
  func `refuses what is no day`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `a month or a year stands for its first day`() {
    #expect(CalendarDate("2024-05")?.description == "2024-05-01")
    #expect(CalendarDate("2024")?.description == "2024-01-01")
  }

  @Test func `components invert the day count over six centuries`() {
    for days in stride(from: Int32(-120_000), through: 120_000, by: 1) {
      let date = CalendarDate(daysSinceEpoch: days)
      let (year, month, day) = date.components
      #expect(CalendarDate(year: year, month: month, day: day) == date)
    }
  }
}
