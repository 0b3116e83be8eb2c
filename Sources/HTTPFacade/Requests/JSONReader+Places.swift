import CanonicalJSON
import Facts
import Gateway

/// The fields that say where.
extension JSONReader {
    static let mostPostCodes = 100

    /// An address to compare with the one of a register.
    mutating func soughtAddress() -> SoughtAddress? {
        let street = field("street", .street) { Self.words($0, most: 100) }
        let houseNumber = field("houseNumber", .houseNumber) { Self.words($0, most: 12) }
        let box = optionalString("box", expected: FieldRule.houseNumber.rawValue) {
            Self.words($0, most: 12)
        }
        let postCode = field("postCode", .postCode) { Self.postCode($0) }
        guard let street, let houseNumber, let postCode else { return nil }
        return SoughtAddress(
            street: street, houseNumber: houseNumber, box: box, postCode: postCode)
    }

    /// An address or a sector, exactly one of them.
    mutating func place() -> SoughtPlace? {
        let hasAddress = has("address")
        guard hasAddress != has("sector") else {
            report(.place, at: hasAddress ? "sector" : "address")
            return nil
        }
        if hasAddress { return object("address") { $0.soughtAddress() }.map { .address($0) } }
        let postCodes = strings("sector", expected: FieldRule.postCode.rawValue) {
            Self.postCode($0)
        }
        if let postCodes, !(1...Self.mostPostCodes).contains(postCodes.count) {
            report(.postCodeCount, at: "sector")
        }
        return postCodes.map { .sector(Set($0)) }
    }

    /// The lists of what an area is made of, at least one of them.
    mutating func area() -> Area? {
        let area = object("area") { inner -> Area?? in
            let municipalities =
                inner.has("municipalities")
                ? inner.list("municipalities", .municipality) { try NISCode(parsing: $0) } : []
            let codes =
                inner.has("postCodes")
                ? inner.list("postCodes", .postCode) { Self.postCode($0) } : []
            let streets =
                inner.has("streets")
                ? inner.list("streets", .street) { Self.words($0, most: 100) } : []
            guard let municipalities, let codes, let streets else { return nil }
            let area = Area(
                municipalities: Set(municipalities), postalCodes: Set(codes),
                streets: Set(streets))
            return .some(area == Area() ? nil : area)
        }
        guard let area else { return nil }
        if area == nil { report(.area, at: "area") }
        return area
    }

    /// A list of 1 to 100 texts that a rule describes.
    mutating func list<Value>(
        _ name: String, _ rule: FieldRule, _ parse: (String) throws -> Value?
    ) -> [Value]? {
        let values = strings(name, expected: rule.rawValue, parse)
        if let values, !(1...100).contains(values.count) { report(.listCount, at: name) }
        return values
    }

    private static func postCode(_ text: String) -> String? {
        text.utf8.count == 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? text : nil
    }

    /// Text with a letter or a digit in it: what is compared of it is not empty. The letters are
    /// those of ISO 8859-1, in which the register writes.
    private static func words(_ text: String, most: Int) -> String? {
        let hasWord = text.unicodeScalars.contains { scalar in
            switch scalar {
            case "0"..."9", "A"..."Z", "a"..."z", "À"..."Ö", "Ø"..."ö", "ø"..."ÿ": true
            default: false
            }
        }
        return hasWord && text.unicodeScalars.count <= most ? text : nil
    }
}
