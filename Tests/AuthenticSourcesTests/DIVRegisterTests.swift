import CanonicalJSON
import Facts
import Gateway
import Synchronization
import Testing

@testable import AuthenticSources

@Suite("What the vehicle register says")
struct DIVRegisterTests {
    private static let person = DIVHarness.person

    @Test("a vehicle is read, and the holder asked from its own resource alone")
    func reads() async throws {
        let harness = try DIVHarness([
            .registrations: DIVHarness.answer(DIVHarness.item),
            .registrationsTitular: DIVHarness.answer(DIVHarness.titular(Self.person)),
        ])
        let found = try await harness.register(DIVHarness.everything)
        #expect(found == DIVHarness.registration { $0.holder = .person(KSZHarness.subject) })
        #expect(
            harness.asked.withLock { Set($0) } == [
                "https://div.test/v1/mobility/registrations?plateNr=1ABC123",
                "https://div.test/v1/mobility/registrationsTitular?plateNr=1ABC123",
            ])
    }

    @Test("what was not asked for is neither asked nor kept")
    func leastData() async throws {
        for attribute in AttributeGroup.vehicle.attributes {
            let harness = try DIVHarness([
                .registrations: DIVHarness.answer(DIVHarness.item),
                .registrationsTitular: DIVHarness.answer(DIVHarness.titular(Self.person)),
            ])
            let found = try #require(try await harness.register([attribute]))
            let resource = attribute == .vehicleHolder ? "registrationsTitular" : "registrations"
            #expect(
                harness.asked.withLock { $0 } == [
                    "https://div.test/v1/mobility/\(resource)?plateNr=1ABC123"
                ])
            let parts: [Bool] = [
                found.status != nil, found.plateType != nil, found.category != nil,
                found.make != nil, found.model != nil, found.colours != nil,
                found.maximumMass != nil, found.length != nil, found.firstRegistered != nil,
                found.fuels != nil, found.identificationNumber != nil, found.holder != nil,
            ]
            #expect(parts.count { $0 } == 1)
            #expect((found.since != nil) == (attribute == .vehicleStatus))
            #expect((found.height != nil) == (attribute == .vehicleDimensions))
        }
    }

    @Test(
        "204 is an unknown plate, whatever is asked",
        arguments: [
            Set<AttributeID>([.vehicleStatus]), [.vehicleHolder], DIVHarness.everything, [],
        ])
    func unknown(_ attributes: Set<AttributeID>) async throws {
        #expect(
            try await DIVHarness([:] as [DIVResource: SourceResponse]).register(attributes) == nil)
    }

    @Test("each optional element may be absent, null or empty")
    func optionals() async throws {
        let changes: [([String], (inout VehicleRegistration) -> Void)] = [
            (["license", "plateType"], { $0.plateType = nil }),
            (["license", "startSituationDate"], { $0.since = nil }),
            (["license", "status"], { $0.status = nil }),
            (
                ["license", "statusLegal"],
                { $0.status = .unpublished(status: "REG", legalStatus: nil) }
            ),
            (["vehicle", "vin"], { $0.identificationNumber = nil }),
            (["vehicle", "category"], { $0.category = nil }),
            (["vehicle", "makeName"], { $0.make = nil }),
            (["vehicle", "commercialName"], { $0.model = nil }),
            (["vehicle", "firstRegistrationDate"], { $0.firstRegistered = nil }),
            (["vehicle", "technicPermissibleMaxMass"], { $0.maximumMass = nil }),
            (["vehicle", "sizeLength"], { $0.length = nil }),
            (["vehicle", "sizeHeight"], { $0.height = nil }),
            (["vehicle", "colour"], { $0.colours = nil }),
            (["vehicle", "engine"], { $0.fuels = nil }),
            (
                ["vehicle", "category", "description"],
                { $0.category = CodedValue(code: "M1", label: nil) }
            ),
        ]
        for (path, change) in changes {
            for value in [nil, JSONValue.null] {
                let item = DIVHarness.setting(DIVHarness.item, path, value)
                let harness = try DIVHarness([.registrations: DIVHarness.answer(item)])
                let found = try await harness.register(
                    DIVHarness.everything.subtracting([.vehicleHolder]))
                #expect(found == DIVHarness.registration(change), "without \(path)")
            }
        }
        let bare = DIVHarness.setting(DIVHarness.item, ["vehicle"], nil)
        let found = try await DIVHarness([.registrations: DIVHarness.answer(bare)])
            .register([.vehicleMake, .vehicleStatus])
        #expect(found?.status == .registered && found?.make == nil)
    }

    @Test("a value of another kind is a failure at its place, and only when it was asked for")
    func wrongKinds() async throws {
        let cases: [([String], AttributeID, String)] = [
            (["license", "status"], .vehicleStatus, "/items/0/license/status"),
            (["license", "plateType"], .vehiclePlateType, "/items/0/license/plateType"),
            (["vehicle", "vin"], .vehicleIdentificationNumber, "/items/0/vehicle/vin"),
            (["vehicle", "category"], .vehicleCategory, "/items/0/vehicle/category"),
            (["vehicle", "makeName"], .vehicleMake, "/items/0/vehicle/makeName"),
            (["vehicle", "commercialName"], .vehicleModel, "/items/0/vehicle/commercialName"),
            (
                ["vehicle", "firstRegistrationDate"], .vehicleFirstRegistered,
                "/items/0/vehicle/firstRegistrationDate"
            ),
            (
                ["vehicle", "technicPermissibleMaxMass"], .vehicleMaximumMass,
                "/items/0/vehicle/technicPermissibleMaxMass"
            ),
            (["vehicle", "sizeLength"], .vehicleDimensions, "/items/0/vehicle/sizeLength"),
            (["vehicle", "colour"], .vehicleColours, "/items/0/vehicle/colour"),
            (["vehicle", "engine"], .vehicleFuels, "/items/0/vehicle/engine"),
        ]
        for (path, attribute, place) in cases {
            let item = DIVHarness.setting(DIVHarness.item, path, .bool(true))
            let harness = try DIVHarness([.registrations: DIVHarness.answer(item)])
            await #expect(throws: SourceFailure.unintelligible(.outsideSchema(element: place))) {
                _ = try await harness.register([attribute])
            }
            let other: AttributeID = attribute == .vehicleMake ? .vehicleModel : .vehicleMake
            #expect(try await harness.register([other]) != nil)
        }
    }

    @Test(
        "only REG with NOR is registered",
        arguments: [
            ("REG", "NOR", RegistrationStatus.registered),
            ("REG", "STO", .unpublished(status: "REG", legalStatus: "STO")),
            ("RAD", "NOR", .unpublished(status: "RAD", legalStatus: "NOR")),
            ("reg", "NOR", .unpublished(status: "reg", legalStatus: "NOR")),
        ])
    func statuses(_ status: String, _ legal: String, _ expected: RegistrationStatus) async throws {
        var item = DIVHarness.setting(
            DIVHarness.item, ["license", "status", "code"], .string(status))
        item = DIVHarness.setting(item, ["license", "statusLegal", "code"], .string(legal))
        let found = try await DIVHarness([.registrations: DIVHarness.answer(item)])
            .register([.vehicleStatus])
        #expect(found?.status == expected)
    }

    @Test("of several registrations the last to have started is the present one")
    func several() async throws {
        func item(_ start: String?, _ make: String, _ plate: String = "1ABC123") -> JSONValue {
            var item = DIVHarness.setting(
                DIVHarness.item, ["license", "startSituationDate"], start.map { .string($0) })
            item = DIVHarness.setting(item, ["license", "plateNr"], .string(plate))
            return DIVHarness.setting(item, ["vehicle", "makeName"], .string(make))
        }
        func present(_ items: JSONValue...) async throws -> String? {
            let answer = DIVHarness.setting(
                DIVHarness.answer(), ["items"], .array(items))
            let whole = DIVHarness.setting(answer, ["total"], .integer(Int64(items.count)))
            return try await DIVHarness([.registrations: whole]).register([.vehicleMake])?.make
        }
        let (old, new) = (item("2010-01-01", "OLD"), item("2020-01-01T00:00:00Z", "NEW"))
        let (future, undated) = (item("2027-01-01", "FUTURE"), item(nil, "UNDATED"))
        #expect(try await present(old, new) == "NEW")
        #expect(try await present(new, old) == "NEW")
        #expect(try await present(new, future) == "NEW")
        #expect(try await present(undated, old, undated) == "OLD")
        #expect(try await present(undated) == "UNDATED")
        #expect(try await present(future) == nil)
        #expect(try await present(item("2025-01-01", "OTHER", "1XYZ999"), old) == "OLD")
        #expect(try await present(old, item("2010-01-01", "SECOND")) == "OLD")
        // The register's day begins before that of UTC.
        #expect(try await present(item("2026-11-21", "TODAY")) == "TODAY")
    }

    @Test("a plate is the same with punctuation; another one is another subject")
    func anotherSubject() async throws {
        let dashed = DIVHarness.setting(DIVHarness.item, ["license", "plateNr"], "1-abc-123")
        let other = DIVHarness.setting(DIVHarness.item, ["license", "plateNr"], "1ABC124")
        #expect(
            try await DIVHarness([.registrations: DIVHarness.answer(dashed)])
                .register([.vehicleMake]) != nil)
        for (answer, failure) in [
            (DIVHarness.answer(other), SourceFailure.unintelligible(.anotherSubject)),
            (DIVHarness.answer(), .unintelligible(.outsideSchema(element: "/items"))),
            (
                DIVHarness.setting(DIVHarness.answer(DIVHarness.item), ["total"], 2),
                .unintelligible(.unexpectedValue(element: "/total"))
            ),
            ([:], .unintelligible(.outsideSchema(element: "/items"))),
            (
                DIVHarness.answer(
                    DIVHarness.setting(DIVHarness.item, ["license", "plateNr"], "?")),
                .unintelligible(.unexpectedValue(element: "/items/0/license/plateNr"))
            ),
        ] {
            await #expect(throws: failure) {
                _ = try await DIVHarness([.registrations: answer]).register([.vehicleMake])
            }
        }
    }

    @Test("fuels of all engines are read, those without a norm too")
    func fuels() async throws {
        let engines: JSONValue = [
            ["fuel": [["code": "10"], ["code": "30", "euroNormCode": "5"]]],
            ["electricEngineIndicator": true],
        ]
        let item = DIVHarness.setting(DIVHarness.item, ["vehicle", "engine"], engines)
        let found = try await DIVHarness([.registrations: DIVHarness.answer(item)])
            .register([.vehicleFuels])
        #expect(
            found?.fuels == [
                Fuel(fuel: CodedValue(code: "10", label: nil), euroNorm: nil),
                Fuel(fuel: CodedValue(code: "30", label: nil), euroNorm: "5"),
            ])
    }
}
