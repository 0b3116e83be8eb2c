import Facts
import XMLDocuments

/// Driving licences: type 191, and type 194 for the old model, which alone has categories.
extension PersonFile {
    var drivingLicences: XMLElement? {
        let issued: CalendarDate
        var forfeiture: [XMLElement] = []
        switch person.licence {
        case .withoutCategories(let date): issued = date
        case .forfeited(let date, let since):
            issued = date
            // The reason is in the message so that tests can show that nobody reads it.
            forfeiture = [
                E.coded("ForfeitureReason", "S9", "simulated, no published code"),
                E.date("ForfeitureDate", since),
            ]
        case .none, .withCategories: return nil
        }
        return E.element(
            "DrivingLicenses",
            [
                E.element(
                    "DrivingLicense",
                    [
                        E.date(issued), kind, E.text("LicenseNumber", "0000000000"),
                        E.coded("Place", "21015", Municipality.schaerbeek.name[language]),
                    ] + forfeiture, type: "191")
            ])
    }

    var oldDrivingLicences: XMLElement? {
        guard case .withCategories(let categories, let issued, let expires) = person.licence
        else { return nil }
        var children = [
            E.date(issued), kind,
            E.element(
                "Categories",
                categories.map { E.coded("Category", Self.code(of: $0), $0.rawValue) }),
            E.text("LicenseNumber", "0000000000"),
        ]
        if let expires { children.append(E.date("ExpiryDate", expires)) }
        return E.element(
            "DrivingLicensesOldModel", [E.element("DrivingLicense", children, type: "194")])
    }

    private var kind: XMLElement {
        E.coded("TypeOfLicense", "S1", language == .nl ? "Rijbewijs" : "Permis de conduire")
    }

    /// Only the code of category B was observed; the others are invented and start with an S.
    private static func code(of category: LicenceCategory) -> String {
        category == .b ? "02" : "S" + category.rawValue
    }
}
