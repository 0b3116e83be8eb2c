public import Gateway
public import Officials

/// What the facade shows of the authorisations and their life.
public struct RightsFaces: Sendable {
    let register: RightsRegister
    let time: any TimeSource
    let door: RightsDoor

    /// - Parameters:
    ///   - identifiesOfficials: whether tokens of officials are accepted: then whoever takes a step
    ///     that counts for four eyes must show one.
    ///   - directory: says which roles officials have.
    public init(
        register: RightsRegister, time: any TimeSource, identifiesOfficials: Bool = false,
        directory: OfficialDirectory? = nil
    ) {
        self.register = register
        self.time = time
        door = RightsDoor(identifiesOfficials: identifiesOfficials, directory: directory)
    }
}
