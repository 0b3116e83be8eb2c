import Foundation
import Testing
import XMLDocuments

/// The published schemas are not part of the project: these tests run where they are at hand.
@Suite(.enabled(if: OfficialSchemas.areAtHand))
struct OfficialSchemaTests {
    @Test("the types of RetrieveTIGroups compile, with what they import")
    func types() throws {
        _ = try XMLSchema(path: OfficialSchemas.directory + "/" + OfficialSchemas.types)
    }

    @Test("elements declared around the types validate a request")
    func elements() throws {
        let schema = try XMLSchema(
            text: """
                <xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"
                    xmlns:rtg="http://kszbcss.fgov.be/types/RetrieveTIGroups/v2"
                    targetNamespace="http://kszbcss.fgov.be/intf/RetrieveTIGroupsService/v2">
                  <xsd:import namespace="http://kszbcss.fgov.be/types/RetrieveTIGroups/v2"
                      schemaLocation="\(OfficialSchemas.types)"/>
                  <xsd:element name="retrieveTIGroupsRequest"
                      type="rtg:RetrieveTIGroupsRequestType"/>
                </xsd:schema>
                """, baseDirectory: OfficialSchemas.directory)
        #expect(throws: XMLFailure.invalid(element: "retrieveTIGroupsRequest", line: 1)) {
            try Samples.parse(
                """
                <r:retrieveTIGroupsRequest xmlns:r="http://kszbcss.fgov.be/intf/RetrieveTIGroupsService/v2"/>
                """, schema: schema)
        }
    }
}
