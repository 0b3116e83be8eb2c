public import XMLDocuments

/// The schema against which every answer of the Crossroads Bank is validated.
public enum KSZSchema {
    /// Compiles the project's own description, `RetrieveTIGroups.xsd` in `Contracts/ksz`.
    ///
    /// - Parameter directory: the path of `Contracts/ksz`.
    public static func own(in directory: String) throws(XMLSchemaFailure) -> XMLSchema {
        try XMLSchema(path: directory + "/RetrieveTIGroups.xsd")
    }

    /// Compiles the official schemas.
    ///
    /// The elements of the service are declared inside the WSDL, so they are declared here around
    /// the types of the official files.
    /// - Parameter directory: where the operator keeps the Crossroads Bank's files, with the
    ///   folder `be` in it.
    public static func official(in directory: String) throws(XMLSchemaFailure) -> XMLSchema {
        try XMLSchema(text: wrapper, baseDirectory: directory)
    }

    private static let wrapper = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
            xmlns:types="http://kszbcss.fgov.be/types/RetrieveTIGroups/v2"
            xmlns:common="http://kszbcss.fgov.be/types/common/v3"
            targetNamespace="\(KSZNamespace.service)">
          <xs:import namespace="http://kszbcss.fgov.be/types/RetrieveTIGroups/v2"
            schemaLocation="be/fgov/kszbcss/types/RetrieveTIGroups/RetrieveTIGroupsV2.xsd"/>
          <xs:import namespace="http://kszbcss.fgov.be/types/common/v3"
            schemaLocation="be/fgov/kszbcss/types/common/CommonV3.xsd"/>
          <xs:element name="retrieveTIGroupsRequest" type="types:RetrieveTIGroupsRequestType"/>
          <xs:element name="retrieveTIGroupsResponse" type="types:RetrieveTIGroupsResponseType"/>
          <xs:element name="retrieveTIGroupsFault" type="common:CBSSFaultType"/>
        </xs:schema>
        """
}
