import HTTPTypes

/// The kinds of problems that this API knows (RFC 9457): those of the belgif REST guide, and our own
/// where it has none.
enum ProblemType: String, Hashable, Sendable, CaseIterable {
    case badRequest = "urn:problem-type:belgif:badRequest"
    case noAccessToken = "urn:problem-type:belgif:noAccessToken"
    case invalidAccessToken = "urn:problem-type:belgif:invalidAccessToken"
    case expiredAccessToken = "urn:problem-type:belgif:expiredAccessToken"
    case missingScope = "urn:problem-type:belgif:missingScope"
    case missingPermission = "urn:problem-type:belgif:missingPermission"
    case resourceNotFound = "urn:problem-type:belgif:resourceNotFound"
    case methodNotAllowed = "urn:problem-type:onlyonce:methodNotAllowed"
    case notAcceptable = "urn:problem-type:onlyonce:notAcceptable"
    case payloadTooLarge = "urn:problem-type:belgif:payloadTooLarge"
    case tooManyRequests = "urn:problem-type:belgif:tooManyRequests"
    case unsupportedMediaType = "urn:problem-type:onlyonce:unsupportedMediaType"
    case stepRefused = "urn:problem-type:onlyonce:stepRefused"
    case noSession = "urn:problem-type:onlyonce:noSession"
    case conflict = "urn:problem-type:onlyonce:conflict"
    case idempotencyKeyReused = "urn:problem-type:onlyonce:idempotencyKeyReused"
    case inconsistentCheckpoint = "urn:problem-type:onlyonce:inconsistentCheckpoint"
    case internalServerError = "urn:problem-type:belgif:internalServerError"
    case badGateway = "urn:problem-type:belgif:badGateway"
    case serviceUnavailable = "urn:problem-type:belgif:serviceUnavailable"

    var status: HTTPResponse.Status {
        switch self {
        case .badRequest: .badRequest
        case .noAccessToken, .invalidAccessToken, .expiredAccessToken, .noSession: .unauthorized
        case .missingScope: .forbidden
        case .missingPermission: .forbidden
        case .resourceNotFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .notAcceptable: .notAcceptable
        case .payloadTooLarge: .contentTooLarge
        case .tooManyRequests: .tooManyRequests
        case .unsupportedMediaType: .unsupportedMediaType
        case .stepRefused: .conflict
        case .conflict: .conflict
        case .idempotencyKeyReused: .unprocessableContent
        case .inconsistentCheckpoint: .unprocessableContent
        case .internalServerError: .internalServerError
        case .badGateway: .badGateway
        case .serviceUnavailable: .serviceUnavailable
        }
    }

    var title: String {
        switch self {
        case .badRequest: "Bad Request"
        case .noAccessToken: "No Access Token"
        case .invalidAccessToken: "Invalid Access Token"
        case .expiredAccessToken: "Expired Access Token"
        case .missingScope: "Missing Scope"
        case .missingPermission: "Missing Permission"
        case .resourceNotFound: "Resource Not Found"
        case .methodNotAllowed: "Method Not Allowed"
        case .notAcceptable: "Not Acceptable"
        case .payloadTooLarge: "Payload Too Large"
        case .tooManyRequests: "Too Many Requests"
        case .unsupportedMediaType: "Unsupported Media Type"
        case .stepRefused: "Step Refused"
        case .noSession: "No Session"
        case .conflict: "Conflict"
        case .idempotencyKeyReused: "Idempotency Key Reused"
        case .inconsistentCheckpoint: "Inconsistent Checkpoint"
        case .internalServerError: "Internal Server Error"
        case .badGateway: "Bad Gateway"
        case .serviceUnavailable: "Service Unavailable"
        }
    }
}
