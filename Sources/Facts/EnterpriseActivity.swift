/// An activity of an enterprise by its NACE-BEL code.
public struct EnterpriseActivity: Hashable, Sendable {
    /// `2003`, `2008` or `2025`.
    public let naceVersion: String
    public let naceCode: String
    /// `MAIN`, `SECO` or `ANCI`.
    public let classification: String

    public init(naceVersion: String, naceCode: String, classification: String) {
        self.naceVersion = naceVersion
        self.naceCode = naceCode
        self.classification = classification
    }
}
