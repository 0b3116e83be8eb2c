public import AccessRights
import ConsultLog
public import Facts

/// The application that asks for a receipt, and whose it is.
public struct ReceiptApplication: Hashable, Sendable {
    public let organisation: EnterpriseNumber
    public let id: ApplicationID

    public init(organisation: EnterpriseNumber, id: ApplicationID) {
        self.organisation = organisation
        self.id = id
    }

    /// Whether it is the one whose question an entry records. Other entries of the same consult may
    /// record what the gateway asked in its own name.
    func asked(_ entry: Entry) -> Bool {
        let request: LoggedRequest
        switch entry.body {
        case .asked(let asked): request = asked.request
        case .refused(let refused): request = refused.request
        case .answered, .interrupted, .audited, .keyRetired, .keyRotated, .holdChanged, .continued,
            .rightChanged, .referenceChanged, .officialChanged, .delegationChanged:
            return false
        }
        return request.organisation == organisation && request.application == id
    }
}
