import ConsultLog
import Facts
import Gateway

/// What an answer of `retrieveTI` says, before anything is read from the file.
struct KSZAnswer: Sendable {
    enum Content: Sendable {
        case file(RegisterFile)
        /// The status says that the person has died; the file is mostly left out.
        case deceased(on: IncompleteDate?, RegisterFile?)
        case replaced(by: SSIN)
        case unknown
    }

    let content: Content
    let ticket: SourceTicket?
    /// Every type of information in the file, read or not.
    let received: Set<InformationType>

    /// The reply about what `read` finds in the file.
    ///
    /// `read` gets no file when a person has died and the source left the file out.
    func reply<Fact: Sendable>(
        _ read: (RegisterFile?) throws(SourceFailure) -> Fact
    ) throws(SourceFailure) -> SourceReply<Fact> {
        let finding: Finding<Fact> =
            switch content {
            case .file(let file): .found(try read(file))
            case .deceased(_, let file): .found(try read(file))
            case .replaced(let ssin): .replaced(by: ssin)
            case .unknown: .unknown
            }
        return SourceReply(finding, ticket: ticket, received: received)
    }
}

extension KSZAnswer {
    /// The vital status with what the status of the answer tells: it knows of a death even where
    /// the file does not, and the date in the file goes before its own.
    func deathTold(_ inFile: VitalStatus?) -> VitalStatus? {
        guard case .deceased(let date, _) = content else { return inFile }
        if case .deceased(let known?) = inFile { return .deceased(on: known) }
        return .deceased(on: date)
    }
}
