import Gateway
import XMLDocuments

extension SourceFailure {
    /// What a refused document means.
    init(_ failure: XMLFailure) {
        switch failure {
        case .notWellFormed, .hasDocumentType: self = .unintelligible(.malformed)
        case .tooLarge, .tagTooLong, .tooDeep, .tooManyElements:
            self = .unintelligible(.tooLarge)
        case .invalid(let element, _):
            self = .unintelligible(.outsideSchema(element: Self.veiled(element)))
        case .noPayload: self = .unintelligible(.outsideSchema(element: "Body"))
        // Ours, not the source's: nothing follows from it about the answer.
        case .outOfMemory: self = .unavailable(.busy)
        }
    }

    /// The name of an element is the source's own word where the schema does not have it: one that
    /// could hold somebody's number is not repeated.
    private static func veiled(_ name: String) -> String {
        name.utf8.count { (0x30...0x39).contains($0) } > 4 ? "…" : name
    }
}
