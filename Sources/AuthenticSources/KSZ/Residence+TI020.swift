import Facts
import Gateway
import XMLDocuments

extension Residence {
    /// Reads the present main residence of a file; its municipality is the managing one (001).
    init?(_ file: RegisterFile) throws(SourceFailure) {
        let place = RegisterPart.mainAddresses.place
        guard let entry = try file.current(.mainAddresses) else { return nil }
        let address = try entry.required("Address", in: place)
        let postCode = try address.required("ZipCode", in: "\(place)/Address").text
        guard postCode.utf8.count == 4, postCode.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { throw .unintelligible(.unexpectedValue(element: "\(place)/Address/ZipCode")) }
        let street = try Self.street(address.required("Street", in: "\(place)/Address"))
        let houseNumber = try address.required("HouseNumber", in: "\(place)/Address").text
        let box = address["Box"]

        var municipality: NISCode?
        if case .municipality(let code, _) = try ManagingMunicipality(file) { municipality = code }
        self.init(
            address: Address(
                street: street.name, streetCode: street.code, houseNumber: houseNumber,
                box: box?.isEmpty == true ? nil : box, postCode: postCode,
                municipality: municipality,
                locality: municipality == nil ? nil : try Self.locality(file)),
            since: try entry.date(in: place))
    }

    /// A street is either a code with its name, or free text (`Graphic`).
    private static func street(
        _ street: XMLElement
    ) throws(SourceFailure) -> (name: String, code: String?) {
        if let text = street["Graphic"] { return (text, nil) }
        let place = "\(RegisterPart.mainAddresses.place)/Address/Street"
        let code = try street.required("Code", in: place).text
        let name = try street.required("Label", in: place).text
        return (name, code.isEmpty ? nil : code)
    }

    private static func locality(_ file: RegisterFile) throws(SourceFailure) -> String? {
        let place = RegisterPart.residences.place
        return try file.current(.residences)?.coded("Residence", in: place).label
    }
}
