import Foundation
import TestCorpora
import Testing

/// The schema of the OpenAIRE CERIF profile, where it and `xmllint` are present.
enum CerifSchema {
  private static let folder: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    for candidate in ["../shared/data/cerif/schemas", "../../shared/data/cerif/schemas"] {
      let path = root.appendingPathComponent(candidate).standardizedFileURL.path
      if FileManager.default.fileExists(atPath: path) { return path }
    }
    return ""
  }()
  private static let tool = "/usr/bin/xmllint"

  static var isPresent: Bool { !folder.isEmpty && FileManager.default.isExecutableFile(atPath: tool) }

  /// Copies the schema, with slashes and colons in patterns as XML Schema has them: libxml2 refuses the published `\/`.
  private static func copySchema(to temporary: TemporaryFolder) throws {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for name in names where name.hasSuffix(".xsd") {
      let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      let patched = ["/", ":"].reduce(text) { $0.replacingOccurrences(of: "\\\($1)", with: $1) }
      try temporary.write("schema/profile/" + name, patched)
    }
  }

  /// Expects every entity in the envelopes of an export to be valid; passes with a message where the schema is absent.
  static func check(_ path: String, _ temporary: TemporaryFolder) throws {
    guard isPresent else {
      print("the schema of CERIF or xmllint is absent: \(path) is not validated")
      return
    }
    try copySchema(to: temporary)
    // The envelope's own schema is not among the data: only what is inside must be valid, and strictly.
    let envelope = try temporary.write(
      "schema/envelope.xsd",
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.openarchives.org/OAI/2.0/"
        xmlns="http://www.openarchives.org/OAI/2.0/" elementFormDefault="qualified">
        <xs:import namespace="https://www.openaire.eu/cerif-profile/1.2/" schemaLocation="profile/openaire-cerif-profile.xsd"/>
        <xs:element name="OAI-PMH"><xs:complexType><xs:sequence>
          <xs:element name="responseDate" type="xs:dateTime"/>
          <xs:element name="request"><xs:complexType mixed="true"><xs:anyAttribute processContents="skip"/></xs:complexType></xs:element>
          <xs:element name="ListRecords"><xs:complexType><xs:sequence>
            <xs:element name="record" maxOccurs="unbounded"><xs:complexType><xs:sequence>
              <xs:element name="header"><xs:complexType><xs:sequence>
                <xs:element name="identifier" type="xs:anyURI"/><xs:element name="datestamp" type="xs:dateTime"/>
              </xs:sequence></xs:complexType></xs:element>
              <xs:element name="metadata"><xs:complexType><xs:sequence>
                <xs:any namespace="https://www.openaire.eu/cerif-profile/1.2/" processContents="strict"/>
              </xs:sequence></xs:complexType></xs:element>
            </xs:sequence></xs:complexType></xs:element>
          </xs:sequence></xs:complexType></xs:element>
        </xs:sequence></xs:complexType></xs:element>
      </xs:schema>
      """)
    try temporary.write(
      "schema/xml.xsd",
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
        <xs:attribute name="lang" type="xs:string"/>
      </xs:schema>
      """)
    let catalog = try temporary.write(
      "schema/catalog.xml",
      """
      <catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
        <uri name="http://www.w3.org/2001/xml.xsd" uri="file://\(temporary.file("schema/xml.xsd"))"/>
        <system systemId="http://www.w3.org/2001/xml.xsd" uri="file://\(temporary.file("schema/xml.xsd"))"/>
      </catalog>
      """)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = ["--noout", "--nonet", "--schema", envelope, path]
    process.environment = ["XML_CATALOG_FILES": catalog]
    let errors = temporary.file("xmllint.txt")
    _ = FileManager.default.createFile(atPath: errors, contents: nil)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    // The schema itself gives warnings about its own annotations.
    let lines = try String(contentsOfFile: errors, encoding: .utf8).split(separator: "\n").filter {
      $0.contains("error")
    }
    #expect(process.terminationStatus == 0, "\(lines.prefix(10).joined(separator: "\n"))")
  }
}
