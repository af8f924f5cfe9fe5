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
    이다 이며 이고 이었다 이었던 였다 였던 이라면 이지만 이므로 이어서 이어야 인데 인지 이거나 이자 임을
    입니다 이던 이면서 이면 이란 이라는 이라고 이라 이나
    하다 한다 합니다 하는 하며 하여 해 해서 해야 해주는 했다 했으며 했던 했고 했습니다 하였다 하였으며 하였고 하였던 하였습니다
    한 할 함 함을 함으로 함으로써 함에 함은 함이 함과 하기 하기에 하기위한 하기위해 하기위하여 하는데 하는지 하는것 하면 하면서 하면서도 하도록
    하지 하지만 하므로 하게 하게는 하자 하던 하려는 하려고 하거나 하되 한다는 한다고 하다가 하여야 한데
    되다 된다 됩니다 되는 되며 되고 되어 되어서 되어야 되어있는 돼 됐다 됐으며 되었다 되었으며 되었고 되었던 되었습니다
    된 될 됨 됨을 됨으로 됨으로써 됨에 됨은 됨이 되기 되면 되면서 되도록 되지 되지만 되므로 되게 되거나 되던 되는데 된다는
    시키다 시킨다 시킵니다 시키는 시키며 시키고 시켜 시켜서 시켜야 시켰다 시켰으며 시킨 시킬 시킴 시킴으로써 시키기 시키면 시키면서 시키도록
    시키지 시키거나 시키게 시키는데
    적인 적으로 적이며 적이고 적이다 적이지
    스러운 스럽게 로운 롭게
    """

  static let afterFinalConsonant = """
    은 이 을 과 으로 으로는 으로의 으로도 으로만 으로서 으로써 으로부터 으로부터의 이랑 이든 이든지 이나마
    """

  static let afterVowel = """
    는 가 를 와 라는 라고 랑 든 든지 며 라면 여서
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

  /// Nouns whose last syllable looks like a particle or an ending: they lose nothing, alone or closing a compound.
  static let nouns = """
    회로 경로 통로 도로 수로 선로 항로 진로 유로 관로 활로 원자로 소각로 용광로 가열로 반응로
    결과 성과 통과 학과 안과 초과 여과 경과 사과
    높이 길이 깊이 넓이 높낮이 차이 놀이 먹이 손잡이 걸이 꽂이 받이 접이 나이 어린이 종이 사이 아이 스파이
    회의 협의 정의 주의 논의 결의 합의 강의 심의 동의 편의 문의 모의 임의 창의
    속도 농도 온도 습도 밀도 강도 경도 점도 순도 각도 감도 광도 휘도 조도 채도 명도 고도 심도 빈도 용도 척도 정도 제도 지도 궤도 진도
    인도 철도 태도 한도 구도 완도 선도 확도 뢰도 상도 투도 과도 호도 험도 잡도 합도 초전도 열전도 전도 유도 주도 보도 시도 상하수도
    평가 국가 추가 허가 부가 대가 여가 휴가 고가 저가 증가 참가 첨가
    제한 무한 유한 극한 권한 기한 상한 하한 북한 역할 분할 비만 불만
    분해 전해 용해 이해 피해 방해 손해 재해 침해 저해 공해 포함 적재함 수거함
    핸들 번들 스핀들 마을 가을
    """
}
