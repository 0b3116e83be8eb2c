import Facts
import Foundation
import Testing

@testable import AuthenticSources

/// The published samples, where they stand beside the checkout.
@Suite("The published samples of the vehicle register")
struct DIVSampleTests {
    private static func samples(_ folder: String) throws -> [(plate: Plate, body: [UInt8])] {
        let directory = Place.shared.appending(path: "div-mobility/responses/\(folder)")
        guard Place.has(directory, for: "reading the published samples of \(folder)") else {
            return []
        }
        return try FileManager.default
            .contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "json" }
            .map {
                (
                    mark($0.deletingPathExtension().lastPathComponent),
                    Array(try Data(contentsOf: $0))
                )
            }
    }

    @Test("every sample of a registration is read in full")
    func registrations() async throws {
        let samples = try Self.samples("registrations")
        for sample in samples {
            let harness = DIVHarness([
                .registrations: SourceResponse(status: 200, body: sample.body)
            ])
            let found = try #require(
                try await harness.register(
                    DIVHarness.everything.subtracting([.vehicleHolder]), plate: sample.plate))
            #expect(found.plate == sample.plate && found.status == .registered)
            #expect(found.plateType?.code == "NM" && found.category?.code == "M1")
            #expect(found.make != nil && found.model != nil && found.colours?.count == 1)
            #expect(found.maximumMass != nil && found.firstRegistered != nil)
            #expect(found.fuels?.count == 1 && found.identificationNumber != nil)
            #expect(found.since != nil && found.holder == nil)
        }
        #expect(samples.isEmpty || samples.count >= 27)
    }

    @Test("the sample of a holder is read; its test number is a mere key")
    func holders() async throws {
        for sample in try Self.samples("registrationstitular") {
            let harness = DIVHarness([
                .registrationsTitular: SourceResponse(status: 200, body: sample.body)
            ])
            let found = try await harness.register([.vehicleHolder], plate: sample.plate)
            #expect(found?.holder == .other(key: "01234567890"))
        }
    }
}
