import HTTPTypes

/// The kinds of problems that this API knows (RFC 9457): those of the belgif REST guide, and our own
/// where it has none.
enum ProblemType: String, Hashable, Sendable, CaseIterable {
    case badRequest = "urn:problem-type:belgif:badRequest"
    case missingPermission = "urn:problem-type:belgif:missingPermission"
    case resourceNotFound = "urn:problem-type:belgif:resourceNotFound"
    case methodNotAllowed = "urn:problem-type:onlyonce:methodNotAllowed"
    case notAcceptable = "urn:problem-type:onlyonce:notAcceptable"
    case payloadTooLarge = "urn:problem-type:belgif:payloadTooLarge"
    case tooManyRequests = "urn:problem-type:belgif:tooManyRequests"
    case unsupportedMediaType = "urn:problem-type:onlyonce:unsupportedMediaType"
    case stepRefused = "urn:problem-type:onlyonce:stepRefused"
    case inconsistentCheckpoint = "urn:problem-type:onlyonce:inconsistentCheckpoint"
    case internalServerError = "urn:problem-type:belgif:internalServerError"
    case badGateway = "urn:problem-type:belgif:badGateway"
    case serviceUnavailable = "urn:problem-type:belgif:serviceUnavailable"

    var status: HTTPResponse.Status {
        switch self {
        case .badRequest: .badRequest
        case .missingPermission: .forbidden
        case .resourceNotFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .notAcceptable: .notAcceptable
        case .payloadTooLarge: .contentTooLarge
        case .tooManyRequests: .tooManyRequests
        case .unsupportedMediaType: .unsupportedMediaType
        case .stepRefused: .conflict
        case .inconsistentCheckpoint: .unprocessableContent
        case .internalServerError: .internalServerError
        case .badGateway: .badGateway
        case .serviceUnavailable: .serviceUnavailable
        }
    }

    var title: String {
        switch self {
        case .badRequest: "Bad Request"
        case .missingPermission: "Missing Permission"
        case .resourceNotFound: "Resource Not Found"
        case .methodNotAllowed: "Method Not Allowed"
        case .notAcceptable: "Not Acceptable"
        case .payloadTooLarge: "Payload Too Large"
        case .tooManyRequests: "Too Many Requests"
        case .unsupportedMediaType: "Unsupported Media Type"
        case .stepRefused: "Step Refused"
        case .inconsistentCheckpoint: "Inconsistent Checkpoint"
        case .internalServerError: "Internal Server Error"
        case .badGateway: "Bad Gateway"
        case .serviceUnavailable: "Service Unavailable"
        }
    }
}
