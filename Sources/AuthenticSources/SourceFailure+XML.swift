import Gateway
import XMLDocuments

extension SourceFailure {
    /// What a refused document means.
    init(_ failure: XMLFailure) {
        switch failure {
        case .notWellFormed, .hasDocumentType: self = .unintelligible(.malformed)
        case .tooLarge, .tooDeep, .tooManyElements: self = .unintelligible(.tooLarge)
        case .invalid(let element, _): self = .unintelligible(.outsideSchema(element: element))
        case .noPayload: self = .unintelligible(.outsideSchema(element: "Body"))
        // Ours, not the source's: nothing follows from it about the answer.
        case .outOfMemory: self = .unavailable(.busy)
        }
    }
}
