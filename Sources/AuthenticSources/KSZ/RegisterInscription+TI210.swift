import Facts
import Gateway
import XMLDocuments

extension RegisterInscription {
    /// Reads the present register of inscription of a file.
    init?(_ file: RegisterFile) throws(SourceFailure) {
        let place = RegisterPart.registers.place
        guard let entry = try file.current(.registers) else { return nil }
        let code = try entry.coded("RegistrationRegister", in: place).code
        self.init(register: Register(observed: code), since: try entry.date(in: place))
    }
}

extension RegisterInscription.Register {
    /// The register with this code. The codes were observed, not published.
    init(observed code: String) {
        switch code {
        case "1": self = .foreigners
        case "2": self = .population
        case "3": self = .europeanOfficials
        case "5", "6": self = .waiting
        default: self = .other(code: code)
        }
    }
}
