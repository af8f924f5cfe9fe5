/// The glossary's files as they stood when the binary was built, so that nothing has to lie beside it.
public enum GlossaryFiles {
  /// The tables in order of name, as UTF-8.
  public static var all: [(name: String, bytes: [UInt8])] {
    [
      ("aerospace-defence.tsv", PackageResources.aerospace_defence_tsv),
      ("ai.tsv", PackageResources.ai_tsv),
      ("bio-health.tsv", PackageResources.bio_health_tsv),
      ("cryogenics.tsv", PackageResources.cryogenics_tsv),
      ("cryptography-security.tsv", PackageResources.cryptography_security_tsv),
      ("energy.tsv", PackageResources.energy_tsv),
      ("environment-climate.tsv", PackageResources.environment_climate_tsv),
      ("finance.tsv", PackageResources.finance_tsv),
      ("hpc-ict.tsv", PackageResources.hpc_ict_tsv),
      ("lasers.tsv", PackageResources.lasers_tsv),
      ("logistics-mobility.tsv", PackageResources.logistics_mobility_tsv),
      ("materials.tsv", PackageResources.materials_tsv),
      ("metrology-standards.tsv", PackageResources.metrology_standards_tsv),
      ("microwave-electronics.tsv", PackageResources.microwave_electronics_tsv),
      ("photonics.tsv", PackageResources.photonics_tsv),
      ("quantum-communication.tsv", PackageResources.quantum_communication_tsv),
      ("quantum-computing.tsv", PackageResources.quantum_computing_tsv),
      ("quantum-materials.tsv", PackageResources.quantum_materials_tsv),
      ("quantum-optics.tsv", PackageResources.quantum_optics_tsv),
      ("quantum-sensing.tsv", PackageResources.quantum_sensing_tsv),
      ("quantum-software.tsv", PackageResources.quantum_software_tsv),
      ("research-policy.tsv", PackageResources.research_policy_tsv),
      ("robotics-manufacturing.tsv", PackageResources.robotics_manufacturing_tsv),
      ("semiconductors.tsv", PackageResources.semiconductors_tsv),
      ("superconducting.tsv", PackageResources.superconducting_tsv),
    ]
  }
}
