import ConsultLog
public import Facts
public import Gateway

/// The Crossroads Bank for Enterprises, read from a replica of its open data.
///
/// Every answer comes from one extract, whose name is the ticket (`kbo-140-2025-05-30`). A replica
/// that another import has put in place is taken up by the next question.
public struct KBOEnterpriseRegister: EnterpriseRegister {
    private let readers: ReplicaReaders
    private let language: Language

    /// A register over `replica`, which need not exist yet: until it does, the source is
    /// unavailable.
    ///
    /// - Parameter language: in which names of streets and municipalities and the labels of codes
    ///   are given, where the register has them.
    public init(_ replica: KBOReplica, language: Language = .nl) {
        readers = ReplicaReaders(path: replica.path)
        self.language = language
    }

    public func enterprise(
        _ number: EnterpriseNumber, _ attributes: Set<AttributeID>,
        using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<Enterprise> {
        try await Deadline(duration: capability.deadline).wait { () async throws(SourceFailure) in
            try await look(up: number, attributes)
        }
    }

    func look(
        up number: EnterpriseNumber, _ attributes: Set<AttributeID>
    ) async throws(SourceFailure) -> SourceReply<Enterprise> {
        try await readers.read { [language] database in
            let extract = try ReplicaSchema.extract(database)
            let lookup = EnterpriseLookup(database: database, language: language)
            let found = try lookup.enterprise(number, attributes)
            return SourceReply(
                found.map(Finding.found) ?? .unknown,
                ticket: try? SourceTicket(parsing: extract.name))
        }
    }
}
