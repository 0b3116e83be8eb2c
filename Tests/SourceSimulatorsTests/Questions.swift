import Facts
import XMLDocuments

/// Requests as a client of the Crossroads Bank sends them.
enum Questions {
    static let ticket = "0a1b2c3d-0000-4000-8000-000000000001"

    static func retrieveTI(
        _ ssin: String, legalContext: String = "SOCIAL_INVESTIGATION", language: String? = "fr",
        history: Bool? = false
    ) -> [UInt8] {
        Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>\
            <s:retrieveTIGroupsRequest \
            xmlns:s="http://kszbcss.fgov.be/intf/RetrieveTIGroupsService/v2">\
            <informationCustomer><ticket>\(ticket)</ticket>\
            <timestampSent>2026-01-01T00:00:00Z</timestampSent>\
            <customerIdentification><cbeNumber>0199900097</cbeNumber></customerIdentification>\
            </informationCustomer><legalContext>\(legalContext)</legalContext>\
            <searchInformation><ssin>\(ssin)</ssin>\
            \(language.map { "<language>\($0)</language>" } ?? "")\
            \(history.map { "<history>\($0)</history>" } ?? "")</searchInformation>\
            </s:retrieveTIGroupsRequest></e:Body></e:Envelope>
            """.utf8)
    }
}

extension XMLElement {
    /// The answer inside an envelope.
    var answer: XMLElement? { first(at: "Body", "retrieveTIGroupsResponse") }
    var statusCode: String? { answer?.first("status")?["code"] }
    var file: XMLElement? { answer?.first("rrn_it_implicit") }
    var fileNumber: String? {
        file?.first(at: "NationalNumber", "NationalNumber", "NationalNumber")?.text
    }
}
