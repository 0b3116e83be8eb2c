import Facts
import Gateway
import XMLDocuments

extension DrivingLicence {
    /// Reads a licence of type 194 (the old model), cut down to what was asked. It says nothing of
    /// forfeiture; its medical code is never read.
    init(type194 entry: XMLElement, _ attributes: Set<AttributeID>) throws(SourceFailure) {
        let place = RegisterPart.oldLicences.place
        self.init(informationType: "194")
        if attributes.contains(.licenceKind) {
            kind = try entry.first("TypeOfLicense").map { type throws(SourceFailure) in
                try type.coded(in: "\(place)/TypeOfLicense")
            }
        }
        if attributes.contains(.licenceIssued) { issued = try entry.date(in: place) }
        if attributes.contains(.licenceExpires) {
            expires = entry.first("ExpiryDate").flatMap(IncompleteDate.registeredOrFictitious)
        }
        if attributes.contains(.licenceCategories) { try readCategories(of: entry) }
    }

    private mutating func readCategories(of entry: XMLElement) throws(SourceFailure) {
        guard let list = entry.first("Categories") else { return }
        var known: Set<LicenceCategory> = []
        for element in list.all("Category") {
            let place = "\(RegisterPart.oldLicences.place)/Categories/Category"
            let category = try element.coded(in: place)
            if let meaning = category.label.flatMap(LicenceCategory.init(registered:)) {
                known.insert(meaning)
            } else {
                unknownCategories.append(category)
            }
        }
        categories = known
    }
}

extension LicenceCategory {
    /// The category with this label. The codes are not published; the labels are those of the law,
    /// with or without the plus sign (`BE`, `B+E`).
    init?(registered label: String) {
        let name = label.uppercased().filter { !$0.isWhitespace }
        if let category = LicenceCategory(rawValue: name) {
            self = category
        } else if name.hasSuffix("E"),
            let category = LicenceCategory(rawValue: name.dropLast() + "+E")
        {
            self = category
        } else {
            return nil
        }
    }
}
