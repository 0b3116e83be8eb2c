import Facts
import Gateway
import ParkingCards

extension Installation {
    /// Where applications for parking cards are assessed.
    ///
    /// - Parameter clock: another clock than the installation's own.
    func assessmentDesk(
        _ configuration: Configuration, _ regulations: LoadedRegulations,
        time clock: (any TimeSource)? = nil
    ) -> AssessmentDesk {
        AssessmentDesk(
            gateway: gateway, cards: cards, census: cards, time: clock ?? time,
            regulations: regulations.byMunicipality,
            regions: regulations.regions,
            deciding: configuration.documents.decidesOnSamples
                ? Set(RegulationStatus.allCases) : [.inForce])
    }

    /// Where parking cards live, over this installation's register.
    ///
    /// - Parameters:
    ///   - desk: assesses applications.
    ///   - clock: another clock than the installation's own.
    /// - Throws: ``UsageError`` when the secret of pseudonyms cannot be read.
    func cardOffice(
        _ configuration: Configuration, _ desk: AssessmentDesk, _ regulations: LoadedRegulations,
        time clock: (any TimeSource)? = nil
    ) throws(UsageError) -> CardOffice {
        let pseudonyms = try Self.pseudonymKey(configuration.storage)
        return CardOffice(
            storage: cards, examiner: desk, regulations: regulations.byMunicipality,
            regions: regulations.regions, key: try Self.cardKey(configuration.storage),
            holder: { pseudonyms.pseudonym(of: $0, for: $1) }, time: clock ?? time)
    }

    /// Does something with the installation and closes it, also when that fails.
    func closing<Value>(_ work: () async throws -> Value) async throws -> Value {
        let value = try await closingOnFailure(work)
        await close()
        return value
    }
}
