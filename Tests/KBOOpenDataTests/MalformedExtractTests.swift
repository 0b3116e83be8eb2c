import Testing

@testable import KBOOpenData

struct MalformedExtractTests {
    struct Spoilt: CustomTestStringConvertible {
        let testDescription: String
        let failure: KBOFailure
        let spoil: @Sendable (inout SampleExtract) -> Void

        init(
            _ name: String, _ failure: KBOFailure,
            _ spoil: @escaping @Sendable (inout SampleExtract) -> Void
        ) {
            testDescription = name
            self.failure = failure
            self.spoil = spoil
        }

        init(_ row: String, in file: String, line: Int, _ column: String, _ defect: CSVDefect) {
            let place = CSVPlace(file: file, line: line, column: column)
            self.init("\(defect) in \(column)", .malformed(place, defect)) {
                $0[file] += row + "\n"
            }
        }
    }

    static let spoilt: [Spoilt] = [
        Spoilt(
            "\"0200.065.765\",\"AC\",\"000\",\"2\",\"416\",,", in: "enterprise.csv", line: 5,
            "EnterpriseNumber", .duplicate),
        Spoilt(
            "\"0200.065.766\",\"AC\",\"000\",\"2\",\"416\",,", in: "enterprise.csv", line: 5,
            "EnterpriseNumber", .number),
        Spoilt(
            "0403.449.823,\"AC\",\"000\",\"2\",\"416\",,", in: "enterprise.csv", line: 5,
            "EnterpriseNumber", .unquotedText),
        Spoilt(
            "\"1000.000.021\",\"AC\",\"000\",\"2\",\"416\",,31-02-2020", in: "enterprise.csv",
            line: 5, "StartDate", .date),
        Spoilt(
            "\"1000.000.021\",\"AC\",\"000\",\"2\",\"416\",,\"01-02-2020\"",
            in: "enterprise.csv", line: 5, "StartDate", .quotedDate),
        Spoilt(
            "\"1000.000.021\",,\"000\",\"2\",\"416\",,", in: "enterprise.csv", line: 5, "Status",
            .missingValue),
        Spoilt(
            "\"1000.000.021\",\"AC\"", in: "enterprise.csv", line: 5, "JuridicalSituation",
            .missingColumn),
        Spoilt(
            "\"1000.000.021\",\"AC\",\"000\",\"2\",\"416\",,,", in: "enterprise.csv", line: 5,
            "StartDate", .extraColumn),
        Spoilt(
            "\"1000.000.021\",\"AC\",\"000\",\"2\",\"416", in: "enterprise.csv", line: 5,
            "JuridicalForm", .unterminatedQuote),
        Spoilt(
            "\"0200.065.765\",01-01-2000,\"0200.065.765\"", in: "establishment.csv", line: 5,
            "EstablishmentNumber", .number),
        Spoilt(
            "not UTF-8",
            .malformed(
                CSVPlace(file: "denomination.csv", line: 6, column: "Denomination"), .encoding)
        ) {
            $0["denomination.csv"] += "\"0200.068.636\",\"2\",\"001\",\""
            $0.contents["denomination.csv"]? += [0xC3, 0x28, UInt8(ascii: "\"")]
        },
        Spoilt(
            "a column under another name",
            .malformed(CSVPlace(file: "address.csv", line: 1, column: "Zipcode"), .header)
        ) { $0["address.csv"] = $0["address.csv"].replacing("Zipcode", with: "PostCode") },
        Spoilt(
            "a header without a column",
            .malformed(
                CSVPlace(file: "contact.csv", line: 1, column: "Value"), .missingColumn)
        ) { $0["contact.csv"] = $0["contact.csv"].replacing(",\"Value\"", with: "") },
        Spoilt("a file too few", .missingFile(name: "activity.csv")) {
            $0.contents["activity.csv"] = nil
        },
        Spoilt("no meta.csv", .missingFile(name: "meta.csv")) { $0.contents["meta.csv"] = nil },
        Spoilt("a file too many", .unknownFile) { $0["function.csv"] = "" },
        Spoilt("no enterprises", .emptyFile(name: "enterprise.csv")) {
            let header = $0["enterprise.csv"].prefix { $0 != "\n" }
            $0["enterprise.csv"] = String(header)
        },
        Spoilt("another version", .metadata(variable: "Version")) {
            $0["meta.csv"] = $0["meta.csv"].replacing("1.0.0", with: "2.0.0")
        },
        Spoilt("another type", .metadata(variable: "ExtractType")) {
            $0["meta.csv"] = $0["meta.csv"].replacing("full", with: "partial")
        },
        Spoilt("a number that is none", .metadata(variable: "ExtractNumber")) {
            $0["meta.csv"] = $0["meta.csv"].replacing("140", with: "-1")
        },
        Spoilt("a snapshot of no day", .metadata(variable: "SnapshotDate")) {
            $0["meta.csv"] = $0["meta.csv"].replacing("30-05-2025", with: "30-02-2025")
        },
    ]

    @Test("a bad extract is refused by name and leaves the replica as it was", arguments: spoilt)
    func refused(spoilt: Spoilt) async throws {
        let folder = try ReplicaFolder()
        try await folder.importFull(.full(number: 139))
        var extract = SampleExtract.full()
        spoilt.spoil(&extract)
        await #expect(throws: spoilt.failure) { try await folder.importFull(extract) }
        #expect(try await folder.replica.extract()?.number == 139)
        #expect(try folder.files == ["kbo.sqlite", "kbo.sqlite.lock"])
        let register = KBOEnterpriseRegister(folder.replica)
        #expect(try await register.found("0200068636", []) != nil)
    }
}
