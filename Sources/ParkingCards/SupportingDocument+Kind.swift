extension SupportingDocument {
    /// The kinds of documents; the raw value is the word in a regulation file.
    public enum Kind: String, Hashable, Sendable, CaseIterable, Comparable {
        /// An employer lets the person use the vehicle permanently (attest van de werkgever,
        /// attestation de l'employeur).
        case employerAttestation = "employer_attestation"
        case leaseContract = "lease_contract"
        /// The insurance policy names the person as a driver.
        case insuranceDriver = "insurance_driver"
        /// The statutes or the Official Gazette name the person.
        case statutes
        /// A garage lends the vehicle while another is repaired.
        case garageAttestation = "garage_attestation"
        /// The proof of a declared change of address (model 2, modèle 2).
        case model2 = "model_2"
        /// The application for registration of the vehicle.
        case divApplication = "div_application"
        case secondHomeTax = "second_home_tax"
        /// The certificate of the Protocol service, for who need not be registered.
        case protocolAttest = "protocol_attest"
        /// A copy of a driving licence that no Belgian register holds.
        case licenceCopy = "licence_copy"
        case careRecognition = "care_recognition"
        case disabilityCard = "disability_card"
        case carShareGroup = "car_share_group"
        case mandate
        case staffDeclaration = "staff_declaration"

        /// What a document can be bound to.
        public enum Tie: Hashable, Sendable {
            case person
            case plate
            case enterprise
        }

        /// What the document must name for it to count.
        public var ties: [Tie] {
            switch self {
            case .employerAttestation, .leaseContract, .insuranceDriver, .garageAttestation,
                .divApplication, .carShareGroup:
                [.person, .plate]
            case .model2, .secondHomeTax, .protocolAttest, .licenceCopy, .careRecognition,
                .disabilityCard:
                [.person]
            case .statutes, .mandate: [.person, .enterprise]
            case .staffDeclaration: [.enterprise]
            }
        }

        public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }
}
