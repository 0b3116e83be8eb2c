/// The namespaces of the published contract (RetrieveTIGroups v2).
enum KSZNamespace {
    static let envelope = "http://schemas.xmlsoap.org/soap/envelope/"
    static let service = "http://kszbcss.fgov.be/intf/RetrieveTIGroupsService/v2"
    static let register = "http://www.ibz.rrn.fgov.be/XSD/xm25/rn25Schema"
}
