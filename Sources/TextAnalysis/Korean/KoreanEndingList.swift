/// Particles (조사) and endings (어미) that Korean writes without a blank behind a noun.
///
/// From Korean grammar: case, topic and auxiliary particles and their usual chains, the plural 들, the copula 이다, and
/// the forms of 하다, 되다 and 시키다, which make verbs of nouns. The groups are by what the syllable before must end in:
/// 은 stands only after a final consonant, 는 only after a vowel, so that "평가" (evaluation) does not lose its 가.
enum KoreanEndingList {
  static let afterAnySyllable = """
    의 에 에는 에도 에만 에의 에서 에서는 에서도 에서의 에서만 에서부터 에게 에게는 에게도 에게서 께서 께서는 한테
    도 만 만을 만이 만으로 만의 까지 까지의 까지는 까지도 까지만 까지를 부터 부터의 부터는 부터도 부터가
    보다 보다는 보다도 처럼 마다 마다의 조차 마저 밖에 대로 만큼 만큼의 만큼은 뿐 뿐만 뿐만아니라 뿐이다
    하고 와의 와는 와도 과의 과는 과도 라도 이라도 커녕 치고
    들 들은 들이 들을 들의 들에 들에는 들에게 들에서 들에서의 들과 들과의 들로 들로부터 들도 들만 들까지 들이다 들이며 들간 들간의
    이다 이며 이고 이었다 이었던 였다 였던 이라면 이지만 이므로 이어서 이어야 인데 인지 인가 인가요 일까 이거나 이자 임을
    입니다 이던 이면서 이면 이란 이라는 이라고 이라 이나
    하다 한다 합니다 하는 하며 하여 해 해서 해야 해주는 했다 했으며 했던 했고 했습니다 하였다 하였으며 하였고 하였던 하였습니다
    한 할 함 함을 함으로 함으로써 함에 함은 함이 함과 하기 하기에 하기위한 하기위해 하기위하여 하는데 하는지 하는것 하면 하면서 하면서도 하도록
    하지 하지만 하므로 하게 하게는 하자 하던 하려는 하려고 하고자 하고자하는 하고있는 하고있다 하고있으며 하거나 하되 한다는 한다고 하다가 하여야 한데
    되다 된다 됩니다 되는 되며 되고 되어 되어서 되어야 되어있는 돼 됐다 됐으며 되었다 되었으며 되었고 되었던 되었습니다
    된 될 됨 됨을 됨으로 됨으로써 됨에 됨은 됨이 되기 되면 되면서 되도록 되지 되지만 되므로 되게 되거나 되고있는 되고있다 되고있으며 되던 되는데 된다는
    시키다 시킨다 시킵니다 시키는 시키며 시키고 시켜 시켜서 시켜야 시켰다 시켰으며 시킨 시킬 시킴 시킴으로써 시키기 시키면 시키면서 시키도록
    시키지 시키거나 시키게 시키는데
    적인 적으로 적이며 적이고 적이다 적이지
    스러운 스럽게 로운 롭게
    """

  static let afterFinalConsonant = """
    은 이 을 과 으로 으로는 으로의 으로도 으로만 으로서 으로써 으로부터 으로부터의 이랑 이든 이든지 이나마
    """

  static let afterVowel = """
    는 가 를 와 라는 라고 란 랑 든 든지 며 라면 여서
    """

  /// ㄹ counts as a vowel here: "서울로".
  static let afterVowelOrRieul = """
    로 로는 로의 로도 로만 로서 로써 로부터 로부터의
    """

  /// Forms of the groups above that cannot be taken for anything else and so come off words of one syllable as well:
  /// "빛을", "물에서".
  static let afterOneSyllable = """
    을 를 은 는 에서 에서는 에서의 에서도 에는 에도 으로 으로는 으로도 으로의 으로부터 까지 부터 에게
    """

  /// Nouns whose last syllable looks like an ending that may follow the syllable before: they lose nothing, alone or
  /// closing a compound. Left out is what is more often a noun and a particle: 도로 is mostly "정도로", 성과 "특성과".
  static let nouns = """
    회로 원자로 가열로 활로 결과 협의 논의
    높이 길이 깊이 넓이 높낮이 놀이 먹이 손잡이 걸이 꽂이 받이 접이 어린이
    속도 농도 온도 습도 밀도 강도 경도 점도 순도 각도 감도 광도 휘도 조도 채도 심도 빈도 용도 척도 궤도 철도 태도 초전도 열전도 전도도
    해상도 투과도 정확도 신뢰도 기호도 선호도 위험도 복잡도 혼잡도 적합도 만족도 투명도 완성도 난이도 유사도 중요도 숙련도 선택도 이동도
    충실도 기여도 활용도 신선도 자유도 성숙도 인지도 참여도 건조도 균일도 상하수도
    추가 휴가 무한 극한 권한 하한 북한 남한 역할 분할 비만 불만
    분해 수전해 이해 피해 방해 손해 재해 침해 저해 포함 적재함 수거함 보관함
    핸들 번들 스핀들 캔들 샌들
    """
}
