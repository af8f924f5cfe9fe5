/// Korean words that tell no subject from another, as a whole or after their ending is taken off; at most four syllables.
enum KoreanStopWords {
  static let set = PackedWordSet(syllables: list)

  private static let list = """
    및 등 또는 그리고 그러나 그런데 하지만 따라서 그러므로 또한 혹은 즉 내지
    위한 위해 위해서 위하여 대한 대해 대해서 대하여 통한 통해 통해서 통하여 관한 관해 관하여 의한 의해 의해서 의하여
    따른 따라 따르면 인한 인해 인하여 있는 있다 있으며 있고 있어 있어서 있을 있도록 있습니다 있었다 없는 없이 없다 없으며 없고
    이를 이에 이는 이와 이로 이런 이러한 그러한 그런 이것 그것 저것 이때 그때 여기 거기
    수 것 것을 것이 것은 것과 것에 것이다 것으로 것인 것도 그 이 상기 때 때문 때문에 더 매우 가장 모두
    같은 같이 하는 하여 하고 하며 한다 하기 되는 되어 되고 되며 된다 있으므로 없으므로 적어도 나아가 아니라 아닌 않는 않고 않은 않을
    합니다 입니다 됩니다 했다 하였다 되었다 했습니다 되었습니다 함께 우리 저희
    무엇 무엇인가 무엇인지 무엇일까 누구 누구인가 언제 언제인가 어디 어디인가 어떤 어떻게 어느 얼마 얼마나 왜 몇
    """
}
