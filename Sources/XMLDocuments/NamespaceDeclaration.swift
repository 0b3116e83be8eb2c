import CLibXML2

/// A namespace declaration on an element of a document; both strings are a parser's.
@safe
struct NamespaceDeclaration {
    let node: Int
    let prefix: UnsafePointer<xmlChar>?
    let uri: UnsafePointer<xmlChar>?
}
