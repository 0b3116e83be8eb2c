import Facts

/// A set of attributes and verifications, one bit each, so that a decision compares words and
/// hashes nothing.
struct FactMask: Hashable, Sendable {
    private(set) var attributes: UInt64 = 0
    private(set) var verifications: UInt64 = 0

    /// What is asked.
    init(_ wish: AccessRequest.Wish) {
        switch wish {
        case .attributes(let ids):
            for id in ids { attributes |= 1 << id.bit }
        case .verification(let id): verifications = 1 << id.bit
        case .reference: break  // says nothing about the subject
        }
    }

    /// What is granted, the verifications that follow from the attributes included.
    init(granted authorisation: Authorisation) {
        for id in authorisation.terms.attributes { attributes |= 1 << id.bit }
        for id in VerificationID.allCases where authorisation.allows(id) {
            verifications |= 1 << id.bit
        }
    }

    private init(attributes: UInt64, verifications: UInt64) {
        self.attributes = attributes
        self.verifications = verifications
    }

    var isEmpty: Bool { attributes | verifications == 0 }

    var count: Int { attributes.nonzeroBitCount + verifications.nonzeroBitCount }

    func subtracting(_ other: FactMask) -> FactMask {
        FactMask(
            attributes: attributes & ~other.attributes,
            verifications: verifications & ~other.verifications)
    }

    /// In the order of the catalogue.
    var attributeIDs: [AttributeID] {
        AttributeID.allCases.filter { attributes & 1 << $0.bit != 0 }
    }

    /// In the order of their declaration.
    var verificationIDs: [VerificationID] {
        VerificationID.allCases.filter { verifications & 1 << $0.bit != 0 }
    }
}
