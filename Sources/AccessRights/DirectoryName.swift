/// A distinguished name of X.501, as it is compared and not as it is written.
///
/// Two names are equal when they have the same attributes in the same order, whatever the case,
/// the spacing or the kind of string (RFC 5280 §7.1). It has no description: an issuer can put a
/// person's name in it.
public struct DirectoryName: Hashable, Sendable {
    /// In the order of a certificate, from the country down; each has at least one attribute.
    private let relative: [Set<NameAttribute>]

    /// A name from its parts.
    ///
    /// - Parameter relative: in the order of a certificate.
    public init(_ relative: [Set<NameAttribute>]) { self.relative = relative }

    /// Reads the text of a name as RFC 4514 writes it: the last part first,
    /// `CN=application,O=Organisation,C=BE`, as `openssl x509 -nameopt RFC2253` prints it.
    ///
    /// - Throws: ``InvalidName``, which never contains the text.
    public init(parsing text: some StringProtocol) throws(InvalidName) {
        var reader = DirectoryNameReader(text)
        relative = try reader.name().reversed()
    }
}
