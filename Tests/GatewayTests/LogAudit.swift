import ConsultLog
import Facts

/// Reads the whole log beside what the sources were asked, and names what does not agree.
enum LogAudit {
    static func violations(of bench: GatewayBench) async throws -> [String] {
        let entries = try await bench.entries()
        var asked: [EntryID: (entry: Entry, body: Asked)] = [:]
        var outcomes: [EntryID: Int] = [:]
        var violations: [String] = []
        for entry in entries {
            switch entry.body {
            case .asked(let body): asked[entry.id] = (entry, body)
            case .refused, .audited, .keyRetired, .keyRotated, .holdChanged, .continued,
                .rightChanged, .referenceChanged, .officialChanged, .delegationChanged:
                break
            case .interrupted: violations.append("an intent was interrupted")
            case .answered(let body):
                guard let intent = asked[body.asked.id], intent.entry.consult == entry.consult,
                    intent.entry.leafHash == body.asked.leaf
                else {
                    violations.append("an outcome does not follow its intent")
                    continue
                }
                if body.role == .consulted { outcomes[body.asked.id, default: 0] += 1 }
                if body.role == .listed && bench.subject(of: entry) == nil {
                    violations.append("a listed subject has no number")
                }
            }
        }
        if Set(outcomes.keys) != Set(asked.keys) || outcomes.values.contains(where: { $0 != 1 }) {
            violations.append("an intent has no outcome, or more than one")
        }
        let calls = bench.calls
        if Set(calls.map(\.asked)).count != calls.count {
            violations.append("one intent paid for two look-ups")
        }
        for call in calls {
            guard call.intentWasDurable, let intent = asked[call.asked] else {
                violations.append("a source was asked without a durable intent")
                continue
            }
            if intent.body.operation != call.operation
                || bench.subject(of: intent.entry) != call.subject
            {
                violations.append("a source was asked something else than the log says")
            }
        }
        return violations
    }
}
