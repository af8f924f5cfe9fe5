/// The mapping files of known formats as they stood when the binary was built, so that nothing has to lie beside it.
public enum MappingFiles {
  /// In order of name, as UTF-8.
  public static var all: [(name: String, bytes: [UInt8])] {
    [
      ("answers.json", PackageResources.answers_json),
      ("dart.json", PackageResources.dart_json),
      ("datagokr.json", PackageResources.datagokr_json),
      ("kci.json", PackageResources.kci_json),
      ("kipris.json", PackageResources.kipris_json),
      ("ntis.json", PackageResources.ntis_json),
      ("oai-dc.json", PackageResources.oai_dc_json),
      ("scienceon.json", PackageResources.scienceon_json),
    ]
  }
}
