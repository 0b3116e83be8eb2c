import Facts
import Gateway
import XMLDocuments

extension DrivingLicence {
    /// Reads a licence of type 191, cut down to what was asked. It carries no categories and no
    /// expiry. That it is forfeited shows from a date or a reason; the reason itself is not read.
    init(type191 entry: XMLElement, _ attributes: Set<AttributeID>) throws(SourceFailure) {
        let place = RegisterPart.licences.place
        self.init(informationType: "191")
        if attributes.contains(.licenceKind) {
            kind = try entry.coded("TypeOfLicense", in: place)
        }
        if attributes.contains(.licenceIssued) { issued = try entry.date(in: place) }
        if attributes.contains(.licenceForfeited) {
            isForfeited =
                entry.first("ForfeitureReason") != nil || entry.first("ForfeitureDate") != nil
            forfeitedSince = try entry.date("ForfeitureDate", in: place)
        }
    }
}
