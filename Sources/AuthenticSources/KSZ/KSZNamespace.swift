/// The namespaces of a `RetrieveTIGroups` v2 exchange.
enum KSZNamespace {
    static let envelope = "http://schemas.xmlsoap.org/soap/envelope/"
    static let service = "http://kszbcss.fgov.be/intf/RetrieveTIGroupsService/v2"
}
