import CanonicalJSON
import ConsultLog
import Facts
import Foundation
import ParkingCards

/// Decisions on a parking card from facts that are there: every condition examined and explained.
struct ParkingBenchmark {
    let regulation: String

    func run() throws -> Figures {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: regulation))
        let regulation = try Regulation(parsing: Array(bytes))
        let day = try CalendarDate(parsing: "2026-03-10")
        let time = Timestamp(milliseconds: 1_773_133_200_000)
        let application = CardApplication(
            municipality: regulation.municipality, cardType: .resident,
            applicant: try SSIN(
                birth: .full(CalendarDate(parsing: "1980-03-14")), sequence: 901),
            plate: try Plate(parsing: "1ABC123"), language: .nl)
        let cases = [nil, FactQuestion.isResident, .mayDrive].map { question in
            Self.findings(at: time, missing: question)
        }
        var decide = Stopwatch(expecting: 60_000)
        var explain = Stopwatch(expecting: 60_000)
        for round in 0..<22_000 {
            if round == 2_000 {
                decide = Stopwatch(expecting: 60_000)
                explain = Stopwatch(expecting: 60_000)
            }
            for findings in cases {
                _ = try decide.time {
                    try regulation.decide(
                        application, given: findings, on: day, rulesAsKnownOn: day)
                }
                let explained = try explain.time {
                    try regulation.decide(
                        application, given: findings, on: day, rulesAsKnownOn: day
                    ).canonicalBytes()
                }
                guard explained.count > 500 else { throw BenchmarkFailure.wrongResult }
            }
        }
        var figures = decide.figures()
        let explained = explain.figures()
        figures["explainedP50"] = explained["p50"]
        figures["explainedP99"] = explained["p99"]
        return figures
    }

    /// All is well, but for the answer to one question.
    private static func findings(
        at time: Timestamp, missing question: FactQuestion?
    ) -> Findings {
        func evidence<Value>(_ value: Value, _ number: UInt64) -> Evidence<Value> {
            Evidence(
                .known(value), consult: ConsultID(UUIDv7(at: time, random: (number, number))),
                asOf: time)
        }
        var findings = Findings()
        let questions: [FactQuestion] = [
            .isAlive, .isResident, .isHouseholdMember, .isRegistered, .isHeldByApplicant,
            .isOfCategory, .isWithinMass, .isWithinLength, .isOfPlateKind, .mayDrive,
            .meetsLowEmission,
        ]
        for (number, asked) in questions.enumerated() {
            findings[asked] = evidence(asked != question, UInt64(number))
        }
        findings[.plateIsFree] = Evidence(.known(true), consult: nil, asOf: time)
        findings.counts[.household] = QuotaCount(
            key: evidence(true, 20), live: Evidence(.known(1), consult: nil, asOf: time))
        return findings
    }
}
