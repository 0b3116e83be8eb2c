import Facts
import Gateway
import XMLDocuments

extension CivilState {
    /// Reads the present civil state of a file. With whom is never read.
    init?(_ file: RegisterFile) throws(SourceFailure) {
        let place = RegisterPart.civilStates.place
        guard let entry = try file.current(.civilStates) else { return nil }
        self.init(
            state: try entry.coded("CivilState", in: place), since: try entry.date(in: place))
    }
}
