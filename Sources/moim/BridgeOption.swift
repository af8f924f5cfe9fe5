import ArgumentParser
import PartnerDiscovery
import TermBridging

/// Which knowledge bridges Korean and English in queries.
struct BridgeOption: ParsableArguments {
  @Option(name: .long, help: "What adds terms of the other language, Korean or English.")
  var bridge: Knowledge = .both

  var mode: BridgeMode { bridge.mode }

  enum Knowledge: String, ExpressibleByArgument, CaseIterable {
    case none
    case glossary
    case mined
    case both

    var mode: BridgeMode {
      switch self {
      case .none: .none
      case .glossary: .glossary
      case .mined: .mined
      case .both: .both
      }
    }
  }
}
