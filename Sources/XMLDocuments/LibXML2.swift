import CLibXML2

/// The process-wide state of libxml2, set up once.
enum LibXML2 {
    /// Reading it initialises libxml2; a static is computed once, whichever thread comes first.
    ///
    /// The built-in schema types would otherwise be initialised lazily, which libxml2 2.9 does not
    /// do safely between threads. The loader is the one that never opens a connection: a schema's
    /// imports do not inherit the NONET option of the document that imports them.
    static let isReady: Bool = {
        xmlInitParser()
        xmlSchemaInitTypes()
        unsafe xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader)
        return true
    }()
}
