/// English names of Korea's first-level divisions.
enum RegionNames {
  private static let names: [(korean: String, english: String)] = [
    ("서울", "Seoul"), ("경기", "Gyeonggi"), ("인천", "Incheon"), ("대전", "Daejeon"), ("세종", "Sejong"), ("광주", "Gwangju"),
    ("부산", "Busan"), ("대구", "Daegu"), ("울산", "Ulsan"), ("강원", "Gangwon"), ("충북", "Chungbuk"), ("충남", "Chungnam"),
    ("전북", "Jeonbuk"), ("전남", "Jeonnam"), ("경북", "Gyeongbuk"), ("경남", "Gyeongnam"), ("제주", "Jeju"),
  ]

  static func english(_ korean: String) -> String {
    names.first { $0.korean == korean }?.english ?? korean
  }
}
