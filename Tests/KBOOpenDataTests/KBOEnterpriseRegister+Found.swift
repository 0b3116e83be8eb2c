import Facts
import Gateway

@testable import KBOOpenData

extension KBOEnterpriseRegister {
    /// The enterprise with these digits, or `nil` when it is unknown.
    func found(_ digits: String, _ attributes: Set<AttributeID>) async throws -> Enterprise? {
        let reply = try await look(up: try EnterpriseNumber(parsing: digits), attributes)
        switch reply.finding {
        case .found(let enterprise): return enterprise
        case .unknown, .replaced: return nil
        }
    }
}
