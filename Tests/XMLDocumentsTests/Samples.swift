import XMLDocuments

/// Documents that the suites share.
enum Samples {
    static let envelope = """
        <?xml version="1.0" encoding="UTF-8"?>
        <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">
          <soapenv:Header/>
          <soapenv:Body>
            <p:person xmlns:p="urn:example:person" status="known">
              <name>Éloïse &amp; <![CDATA[<Zoë>]]></name>
              <!-- not content --><born>1985</born>
            </p:person>
          </soapenv:Body>
        </soapenv:Envelope>
        """

    static let personSchema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:p="urn:example:person"
            targetNamespace="urn:example:person">
          <xs:element name="person" type="p:Person"/>
          <xs:complexType name="Person">
            <xs:all>
              <xs:element name="name" type="xs:string"/>
              <xs:element name="born" type="xs:gYear"/>
            </xs:all>
            <xs:attribute name="status">
              <xs:simpleType>
                <xs:restriction base="xs:string">
                  <xs:enumeration value="known"/>
                </xs:restriction>
              </xs:simpleType>
            </xs:attribute>
          </xs:complexType>
        </xs:schema>
        """

    static func parse(
        _ text: String, limits: XMLLimits = .standard, schema: XMLSchema? = nil,
        part: XMLValidatedPart = .root
    ) throws(XMLFailure) -> XMLElement {
        try XMLElement(
            parsing: Array(text.utf8), limits: limits, validatedAgainst: schema, validating: part)
    }
}
