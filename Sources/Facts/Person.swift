/// What the national register of natural persons says of one person, cut down to what was asked.
///
/// Every part is optional: what was not asked for is absent, and so is what was asked for and the
/// register does not hold.
public struct Person: Hashable, Sendable, Redacted {
    /// The number that the register answered about: the new one when the number was replaced.
    public let ssin: SSIN
    public var name: PersonName?
    /// Information type 000 or 100; incomplete for people of whom the register knows no more.
    public var birthDate: IncompleteDate?
    public var birthPlace: BirthPlace?
    public var sex: Sex?
    public var mainResidence: Residence?
    public var managingMunicipality: ManagingMunicipality?
    public var register: RegisterInscription?
    public var civilState: CivilState?
    /// Whether the register knows the person to have died, and when.
    public var vitalStatus: VitalStatus?
    /// Whether a change of address was declared and is not yet confirmed (types 005 and 019).
    public var addressChangePending: Bool?
    /// Whether the address may not be communicated (information type 252).
    public var addressProtected: Bool?
    /// Whether a child also stays with another parent (information type 021).
    public var sharedHosting: Bool?
    /// When the main residence was last updated (information type 251).
    public var residenceUpdated: IncompleteDate?

    public init(ssin: SSIN) { self.ssin = ssin }
}
