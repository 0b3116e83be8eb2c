import CanonicalJSON
import HTTPTypes
import NIOCore

// Problems as the personnel system reads them (RFC 7644 §3.12).
extension Problem {
    /// The kinds of wrong input that RFC 7644 names.
    enum SCIMType: String {
        case invalidFilter, invalidPath, invalidSyntax, invalidValue, mutability, tooMany
        case uniqueness
    }

    /// - Parameter detail: what is wrong, without what was sent.
    static func scim(
        _ kind: SCIMType, _ detail: String, _ type: ProblemType = .badRequest
    ) -> Problem {
        Problem(type, ["scimType": .string(kind.rawValue), "detail": .string(detail)])
    }

    /// The problem in the form of SCIM.
    func scimReply() -> Reply {
        var body: JSONObject = [
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"],
            "status": .string(String(type.status.code)),
            "detail": members["detail"] ?? .string(type.title),
        ]
        if let kind = members["scimType"] {
            body["scimType"] = kind
        } else if type == .badRequest {
            body["scimType"] = .string(SCIMType.invalidSyntax.rawValue)
        }
        // The texts are ours, so there always are canonical bytes.
        let bytes = (try? body.canonicalBytes()) ?? []
        return Reply(
            status: type.status, contentType: MediaTypes.scim, body: ByteBuffer(bytes: bytes),
            headers: headers)
    }
}
