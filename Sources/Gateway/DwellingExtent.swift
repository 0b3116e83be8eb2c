import Facts

/// How much of an address counts as one.
public enum DwellingExtent: Hashable, Sendable {
    /// The house number, with every box.
    case address
    /// The house number and the box.
    case dwellingUnit

    /// The address in one way of writing: the register's code of the street where it has one, for
    /// the name of a street depends on the language of the file.
    func text(of address: Address) -> String {
        let street = address.streetCode ?? SoughtAddress.plain(address.street)
        let number = SoughtAddress.unpadded(SoughtAddress.plain(address.houseNumber))
        let house = "\(address.postCode)|\(street)|\(number)"
        switch self {
        case .address: return "address \(house)"
        case .dwellingUnit:
            return "dwelling \(house)|\(address.box.map { SoughtAddress.boxNumber($0) } ?? "")"
        }
    }
}
