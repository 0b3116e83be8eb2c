/// Why an evaluation has no decision.
enum EvaluationFault: Error, Hashable, Sendable {
    /// A member is missing or of the wrong type; the text names it.
    case malformed(String)
    /// There are more evaluations than one request may hold.
    case tooMany(most: Int)
    /// The caller may ask about itself alone.
    case foreign
    /// The rights cannot be known now.
    case rightsUnknown

    /// The HTTP status that it would have alone.
    var status: Int {
        switch self {
        case .malformed, .tooMany: 400
        case .foreign: 403
        case .rightsUnknown: 503
        }
    }

    var message: String {
        switch self {
        case .malformed(let what): what
        case .tooMany(let most): "evaluations must have at most \(most) elements"
        case .foreign: "the application may ask about itself alone"
        case .rightsUnknown: "the rights cannot be known now"
        }
    }
}
