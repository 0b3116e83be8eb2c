import Facts
import Gateway
import XMLDocuments

extension VitalStatus {
    /// Reads from a file whether a death is recorded.
    ///
    /// An act of death gives its date. A decision (a court's declaration of death, or a corrected
    /// act) presupposes the death, and its date is the decision's own: it is not given as the day
    /// of death. Somebody taken off the registers as deceased (type 001, `99990`) is deceased too.
    init(_ file: RegisterFile) throws(SourceFailure) {
        let place = RegisterPart.deceases.place
        if let entry = try file.current(.deceases) {
            if entry.first("Decease") != nil {
                self = .deceased(on: try entry.date(in: place))
            } else {
                _ = try entry.required("Decision", in: place)
                self = .deceased(on: nil)
            }
            return
        }
        if case .removed(let reason, _) = try ManagingMunicipality(file),
            reason.code == ManagingMunicipality.deceasedCode
        {
            self = .deceased(on: nil)
        } else {
            self = .alive
        }
    }
}
