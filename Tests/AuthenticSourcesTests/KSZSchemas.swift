import Foundation
import XMLDocuments

@testable import AuthenticSources

/// The schemas that the tests validate against, each compiled once.
enum KSZSchemas {
    static let own = try? KSZSchema.own(in: Place.ownSchemas)

    /// `nil` where the official schemas are not beside the checkout.
    static let official: XMLSchema? = {
        let directory = Place.shared.appending(path: "ksz")
        guard Place.has(directory, for: "validation against the official schemas") else {
            return nil
        }
        return try? KSZSchema.official(in: directory.path)
    }()

    /// Every schema that is at hand; at least the project's own.
    static var all: [XMLSchema] { [own, official].compactMap { $0 } }

    static func accepts(_ schema: XMLSchema, _ bytes: [UInt8]) -> Bool {
        (try? XMLElement(parsing: bytes, validatedAgainst: schema, validating: .soapBody)) != nil
    }
}
