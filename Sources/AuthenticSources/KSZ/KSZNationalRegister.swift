public import Facts
public import Gateway

/// The National Register through the Crossroads Bank for Social Security.
public struct KSZNationalRegister: NationalRegister {
    private let client: RetrieveTIGroupsClient

    public init(_ client: RetrieveTIGroupsClient) { self.client = client }

    public func person(
        _ ssin: SSIN, _ attributes: Set<AttributeID>, using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<Person> {
        let answer = try await client.answer(about: ssin, using: capability)
        let day = client.today()
        return try answer.reply { file throws(SourceFailure) in
            var person = Person(ssin: ssin)
            if let file { person = try Person(ssin, file, attributes, on: day) }
            if attributes.contains(.personVitalStatus) {
                person.vitalStatus = answer.deathTold(person.vitalStatus)
            }
            return person
        }
    }

    public func householdHead(
        of ssin: SSIN, using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<HouseholdHead> {
        let answer = try await client.answer(about: ssin, using: capability)
        return try answer.reply { file throws(SourceFailure) in
            guard let file else { return .none }
            return try HouseholdHead(file, of: ssin)
        }
    }

    public func householdMembers(
        ofHead ssin: SSIN, using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<Household> {
        let answer = try await client.answer(about: ssin, using: capability)
        return try answer.reply { file throws(SourceFailure) in
            guard let file else {
                // A status of death without a file tells nothing of the people left behind.
                throw .unintelligible(.unexpectedValue(element: "rrn_it_implicit"))
            }
            return try Household(file, head: ssin)
        }
    }
}
