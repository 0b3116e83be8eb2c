/// `TypeOfEnterprise` of the Crossroads Bank for Enterprises.
public enum EnterpriseKind: String, Hashable, Sendable {
    case unknown = "0"
    case naturalPerson = "1"
    case legalPerson = "2"
}
