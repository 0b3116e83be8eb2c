public import Facts

/// An address in Belgium as a caller writes it, to be compared with the one of a register.
public struct SoughtAddress: Hashable, Sendable, Redacted {
    public let street: String
    public let houseNumber: String
    /// `nil`: every box of the house.
    public let box: String?
    /// Four digits.
    public let postCode: String

    public init(street: String, houseNumber: String, box: String? = nil, postCode: String) {
        self.street = street
        self.houseNumber = houseNumber
        self.box = box
        self.postCode = postCode
    }

    /// Whether a register's address is this one; `nil` when the two are written so that it stays
    /// open.
    ///
    /// Capitals, accents, punctuation and leading zeros do not count. Another post code, house
    /// number or numbered box is another address. Another name of the street is not: a register
    /// abbreviates it, or writes it in the other language of the Region.
    func matches(_ address: Address) -> Bool? {
        let parts = [
            postCode == address.postCode,
            Self.numbersMatch(houseNumber, address.houseNumber),
            box.flatMap { $0.isEmpty ? nil : $0 }.map { Self.boxesMatch($0, address.box) } ?? true,
            Self.plain(street) == Self.plain(address.street) ? true : nil,
        ]
        if parts.contains(false) { return false }
        return parts.contains(nil) ? nil : true
    }

    /// A suffix can stand in the box instead: `12A` beside `12` stays open.
    private static func numbersMatch(_ sought: String, _ registered: String) -> Bool? {
        let (sought, registered) = (unpadded(plain(sought)), unpadded(plain(registered)))
        if sought == registered { return true }
        let leading = (sought.prefix(while: \.isNumber), registered.prefix(while: \.isNumber))
        return leading.0 == leading.1 ? nil : false
    }

    private static func boxesMatch(_ sought: String, _ registered: String?) -> Bool? {
        guard let registered else { return nil }
        let boxes = (boxNumber(sought), boxNumber(registered))
        if boxes.0 == boxes.1 { return true }
        return boxes.0.allSatisfy(\.isNumber) && boxes.1.allSatisfy(\.isNumber) ? false : nil
    }

    /// Without the word for a box in front of a number.
    static func boxNumber(_ text: String) -> Substring {
        let box = plain(text)
        for word in ["boite", "bus", "bte", "b"] where box.hasPrefix(word) {
            let rest = box.dropFirst(word.count)
            if rest.first?.isNumber == true { return unpadded(String(rest)) }
        }
        return unpadded(box)
    }

    static func unpadded(_ text: String) -> Substring { text.drop { $0 == "0" } }

    /// Small letters and digits alone, without accents.
    static func plain(_ text: String) -> String {
        var plain = ""
        for character in text.lowercased() where character.isLetter || character.isNumber {
            plain += unaccented[character] ?? String(character)
        }
        return plain
    }

    private static let unaccented: [Character: String] = {
        let letters: [(String, String)] = [
            ("àâäáãå", "a"), ("ç", "c"), ("éèêë", "e"), ("îïíì", "i"), ("ñ", "n"),
            ("ôöóòõø", "o"), ("ûüùú", "u"), ("ÿý", "y"), ("œ", "oe"), ("æ", "ae"), ("ß", "ss"),
        ]
        var table: [Character: String] = [:]
        for (accented, base) in letters {
            for character in accented { table[character] = base }
        }
        return table
    }()
}
