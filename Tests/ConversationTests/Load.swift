import DevelopmentCertificates
import Facts
import Foundation
import HTTPTransfers
import SourceSimulators
import Synchronization
import TestSupport

/// Applications that ask as fast as they can, until the gateway is killed under them.
final class Load: Sendable {
    private let questions: [Question]
    private let applications: [Application]
    private let gateway: RunningGateway
    private let enough: Int
    private let answers = Mutex<[String: Int]>([:])

    init(_ workplace: Workplace, _ gateway: RunningGateway, endingAfter enough: Int) throws {
        self.gateway = gateway
        self.enough = enough
        applications = [
            try workplace.application(.taxDepartment, at: gateway),
            try workplace.application(.parkingSchaerbeek, at: gateway),
        ]
        // Found, unknown, and for one of the two refused.
        questions = [
            .person(workplace.ssin(.granted)), .person(workplace.ssin(.unknownNumber)),
            .isResident(workplace.ssin(.movedOut)), .vehicle(workplace.plate(.granted)),
        ]
    }

    /// The status of every consult of which an answer came.
    var received: [String: Int] { answers.withLock { $0 } }

    /// Asks until nobody answers any more.
    func run() async {
        await withTaskGroup { tasks in
            for worker in 0..<12 {
                tasks.addTask { await self.ask(worker) }
            }
        }
        for application in applications { await application.leave() }
    }

    private func ask(_ worker: Int) async {
        let application = applications[worker % applications.count]
        var turn = worker
        while let reply = try? await application.ask(questions[turn % questions.count]) {
            turn += 1
            guard let consult = reply.consult else { continue }
            let count = answers.withLock { answers in
                answers[consult] = reply.status
                return answers.count
            }
            if count == enough { gateway.program.send(SIGKILL) }
        }
    }
}
