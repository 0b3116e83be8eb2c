public import Facts
public import Gateway

/// Driving licences as the National Register carries them (types 191 and 194), through the
/// Crossroads Bank for Social Security: no contract of the licence register itself is published.
public struct KSZDrivingLicences: DrivingLicenceRegister {
    private let client: RetrieveTIGroupsClient

    public init(_ client: RetrieveTIGroupsClient) { self.client = client }

    /// Every entry that has not ended is a licence, those of type 191 first. A person who has died
    /// and whose file the source leaves out has none.
    public func licences(
        of ssin: SSIN, _ attributes: Set<AttributeID>,
        using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<[DrivingLicence]> {
        let answer = try await client.answer(about: ssin, using: capability)
        return try answer.reply { file throws(SourceFailure) in
            guard let file else { return [] }
            var licences: [DrivingLicence] = []
            for entry in file.open(.licences) {
                licences.append(try DrivingLicence(type191: entry, attributes))
            }
            for entry in file.open(.oldLicences) {
                licences.append(try DrivingLicence(type194: entry, attributes))
            }
            return licences
        }
    }
}
