/// English words that tell no subject from another: articles, pronouns, prepositions, conjunctions, auxiliaries.
enum EnglishStopWords {
  static let set = PackedWordSet(letters: list)

  private static let list = """
    a an the
    i me my mine myself we us our ours ourselves you your yours yourself yourselves
    he him his himself she her hers herself it its itself they them their theirs themselves
    this that these those such same who whom whose which what where when why how
    and or but nor so yet if then else than because while whereas although though unless whether
    of in on at by for to from with without within into onto upon about above below under over between among amongst
    through throughout during before after until till since against toward towards across along around behind beyond
    near off out up down per via as like
    am is are was were be been being have has had having do does did doing done
    will would shall should can could may might must ought cannot
    not no yes only also too very more most much many few less least some any each every all both either neither
    none other others another own just even still already again ever never often always here there now
    thus hence therefore however moreover furthermore thereby therein whereby herein etc eg ie
    """
}
