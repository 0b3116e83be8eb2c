/// One attribute of a distinguished name, as it is compared: `CN=Example` is what `cn=example` is.
public struct NameAttribute: Hashable, Sendable {
    /// The object identifier of its type, `2.5.4.3` for a common name.
    let type: String
    /// In small letters, without spaces around it and with one space where there are more.
    let value: String

    /// Prepares a value for comparison (RFC 5280 §7.1, after the rule `caseIgnoreMatch`).
    ///
    /// - Parameter type: the object identifier in figures and dots.
    public init(type: String, value: String) {
        self.type = type
        self.value = value.lowercased().split(separator: " ").joined(separator: " ")
    }

    /// The object identifier of a type that RFC 4514 §3 or common practice gives a short name.
    static func identifier(of keyword: String) -> String? { identifiers[keyword.uppercased()] }

    private static let identifiers = [
        "CN": "2.5.4.3", "SN": "2.5.4.4", "SERIALNUMBER": "2.5.4.5", "C": "2.5.4.6",
        "L": "2.5.4.7", "ST": "2.5.4.8", "STREET": "2.5.4.9", "O": "2.5.4.10", "OU": "2.5.4.11",
        "GN": "2.5.4.42", "ORGANIZATIONIDENTIFIER": "2.5.4.97",
        "UID": "0.9.2342.19200300.100.1.1", "DC": "0.9.2342.19200300.100.1.25",
        "EMAILADDRESS": "1.2.840.113549.1.9.1",
    ]
}
