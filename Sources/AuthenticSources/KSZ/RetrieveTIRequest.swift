import ConsultLog
import Facts
import Gateway

/// The request of `retrieveTI`: a SOAP 1.1 envelope around `retrieveTIGroupsRequest`.
///
/// What does not change from one request to the next is written once.
struct RetrieveTIRequest: Sendable {
    private let beforeTicket: [UInt8]
    private let beforeLegalContext: [UInt8]
    private let afterSSIN: [UInt8]

    init(customer: EnterpriseNumber, language: KSZLanguage) {
        beforeTicket = Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>\
            <soap:Envelope xmlns:soap="\(KSZNamespace.envelope)"><soap:Body>\
            <ksz:retrieveTIGroupsRequest xmlns:ksz="\(KSZNamespace.service)">\
            <informationCustomer><ticket>
            """.utf8)
        beforeLegalContext = Array(
            """
            </timestampSent><customerIdentification><cbeNumber>\(customer.digits)</cbeNumber>\
            </customerIdentification></informationCustomer><legalContext>
            """.utf8)
        afterSSIN = Array(
            """
            </ssin><language>\(language.rawValue)</language><history>false</history>\
            </searchInformation></ksz:retrieveTIGroupsRequest></soap:Body></soap:Envelope>
            """.utf8)
    }

    /// The bytes of one request; the ticket is the `asked` entry that allows it.
    func bytes(
        of ssin: SSIN, asked: EntryID, legalContext: String, sent: Timestamp
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1024)
        bytes += beforeTicket
        bytes += asked.uuid.text.utf8
        bytes += "</ticket><timestampSent>".utf8
        bytes += sent.text.utf8
        bytes += beforeLegalContext
        Self.append(escaping: legalContext, to: &bytes)
        bytes += "</legalContext><searchInformation><ssin>".utf8
        bytes += ssin.digits.utf8
        bytes += afterSSIN
        return bytes
    }

    /// Writes configured text as character data; control characters, which XML 1.0 cannot carry,
    /// become spaces.
    private static func append(escaping text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case 0x00..<0x20: bytes.append(0x20)
            default: bytes.append(byte)
            }
        }
    }
}
