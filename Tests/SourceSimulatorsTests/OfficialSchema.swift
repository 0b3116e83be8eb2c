import Foundation
import XMLDocuments

/// The schema that messages are checked against: the official one when it lies beside the project,
/// else the project's own description, else none.
enum OfficialSchema {
    /// The schema, or `nil` with a line that says why the check is skipped.
    static func load() throws -> XMLSchema? {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let official = root.appending(path: "../shared/contracts/ksz").standardized.path
        let types = "be/fgov/kszbcss/types"
        if FileManager.default.fileExists(
            atPath: official + "/\(types)/RetrieveTIGroups/RetrieveTIGroupsV2.xsd")
        {
            return try XMLSchema(
                text: service(
                    groups: "\(types)/RetrieveTIGroups/RetrieveTIGroupsV2.xsd",
                    common: "\(types)/common/CommonV3.xsd"), baseDirectory: official)
        }
        let own = root.appending(path: "Contracts/ksz/RetrieveTIGroups.xsd").path
        if FileManager.default.fileExists(atPath: own) { return try XMLSchema(path: own) }
        print("skipped: no schema of the Crossroads Bank beside the project or in Contracts/ksz")
        return nil
    }

    /// The elements of the service around the published types.
    private static func service(groups: String, common: String) -> String {
        """
        <s:schema xmlns:s="http://www.w3.org/2001/XMLSchema" \
        xmlns:g="http://kszbcss.fgov.be/types/RetrieveTIGroups/v2" \
        xmlns:c="http://kszbcss.fgov.be/types/common/v3" \
        targetNamespace="http://kszbcss.fgov.be/intf/RetrieveTIGroupsService/v2">
        <s:import namespace="http://kszbcss.fgov.be/types/RetrieveTIGroups/v2" \
        schemaLocation="\(groups)"/>
        <s:import namespace="http://kszbcss.fgov.be/types/common/v3" schemaLocation="\(common)"/>
        <s:element name="retrieveTIGroupsRequest" type="g:RetrieveTIGroupsRequestType"/>
        <s:element name="retrieveTIGroupsResponse" type="g:RetrieveTIGroupsResponseType"/>
        <s:element name="retrieveTIGroupsFault" type="c:CBSSFaultType"/>
        </s:schema>
        """
    }
}
