import AccessRights
import CanonicalJSON
import ConsultLog
import HTTPFacade
import SQLiteStorage

/// Takes the orders of commands about the keys of the log, whether they come through the socket of a
/// running gateway or not.
struct CustodyDesk: Sendable {
    private let custody: LogCustody
    private let source: KeyEncryptionKeySource

    init(_ custody: LogCustody, source: KeyEncryptionKeySource) {
        self.custody = custody
        self.source = source
    }

    var routes: [ControlRoute] {
        [
            ControlRoute(.post, "/log/retirements") { await retire($0.body, user: $0.userID) },
            ControlRoute(.post, "/keys/rotations") { await rotate($0.body, user: $0.userID) },
            ControlRoute(.get, "/log/holds") { _ in await holds() },
            ControlRoute(.post, "/log/holds") { await changeHold($0.body, user: $0.userID) },
        ]
    }

    /// Says what an order would destroy, or destroys it when it is `confirmed`.
    func retire(_ body: JSONValue?, user: UInt32) async -> ControlReply {
        await answer(body) { reader in
            let before = reader.month("before")
            let retention = reader.optionalRetention("class")
            let isConfirmed = reader.flag("confirmed")
            let isEarly = reader.flag("early")
            let reason = reader.reason(isRequired: false)
            let succession = succession(&reader)
            let official = try OfficialID.local(user: user)
            let (month, next) = try reader.complete(before, succession)
            let order = RetirementOrder(
                before: month, retention: retention, isEarly: isEarly, official: official,
                reason: reason)
            guard isConfirmed else {
                let plan = try await custody.plan(order)
                return ["periods": .array(plan.map(\.value))]
            }
            let report = try await custody.retire(order, next)
            return report.value(advice: advice)
        }
    }

    /// Wraps the data keys by a new key-encryption key.
    func rotate(_ body: JSONValue?, user: UInt32) async -> ControlReply {
        await answer(body) { reader in
            let reason = reader.reason(isRequired: false)
            let official = try OfficialID.local(user: user)
            let next = try reader.complete(succession(&reader))
            let (key, replacement) = try await custody.rotate(
                next, for: official, because: reason)
            var value: JSONObject = ["wrappedBy": .string(key.description)]
            if replacement != .complete { value["leftovers"] = ["keyFiles"] }
            if let advice { value["advice"] = .string(advice) }
            return .object(value)
        }
    }

    func holds() async -> ControlReply {
        await answer([:]) { _ in
            ["holds": .array(try await custody.legalHolds().map(\.value))]
        }
    }

    /// Places a hold, or releases the one that is named.
    func changeHold(_ body: JSONValue?, user: UInt32) async -> ControlReply {
        await answer(body) { reader in
            let official = try OfficialID.local(user: user)
            let reason = reader.reason(isRequired: true)
            if reader.has("release") {
                let hold = reader.string("release", expected: "the name of a hold") {
                    UUIDv7(parsing: $0)
                }
                let (id, why) = try reader.complete(hold, reason)
                return try await custody.releaseHold(
                    LegalHoldID(id), for: official, because: why
                ).value
            }
            let held = reader.optionalRetention("class") ?? .standard
            let (first, last, why) = try reader.complete(
                reader.month("from"), reader.month("to"), reason)
            guard let months = MonthRange(from: first, to: last) else {
                throw UsageError("the last month is before the first")
            }
            return try await custody.placeHold(
                on: held, in: months, for: official, because: why
            ).value
        }
    }

    /// What the operator has to do after a change of the key-encryption key.
    private var advice: String? {
        switch source {
        case .file: nil
        case .variable(let name):
            "set the variable \(name) to the new key before the next start, and destroy the old one"
        case .command:
            "destroy every copy of the old wrapped key, or the key that unwraps it"
        }
    }

    private func succession(_ reader: inout JSONReader) -> SourceSuccession? {
        let key = reader.optionalString("newKey", expected: "32 bytes in base64") {
            KeyEncryptionKeySource.key(inBase64: $0)
        }
        let file = reader.optionalString("newWrappedKey")
        guard reader.issues.isEmpty else { return nil }
        if let key { return SourceSuccession(source, given: .key(key)) }
        return SourceSuccession(source, given: file.map { .wrappedKey($0) } ?? .nothing)
    }

    private func answer(
        _ body: JSONValue?, _ work: (inout JSONReader) async throws -> JSONValue
    ) async -> ControlReply {
        var reader = JSONReader(body ?? [:])
        do {
            return ControlReply(try await work(&reader))
        } catch let failure as CustodyFailure {
            return ControlReply(status: 409, ["detail": .string(failure.description)])
        } catch let failure as UsageError {
            return ControlReply(status: 400, ["detail": .string(failure.description)])
        } catch let issues as JSONFieldIssues {
            return ControlReply(status: 400, ["detail": .string("\(issues)")])
        } catch {
            return ControlReply(status: 500, ["detail": "the order failed"])
        }
    }
}

extension JSONReader {
    fileprivate mutating func month(_ name: String) -> Month? {
        string(name, expected: "a month, 2016-11") { Month(parsing: $0) }
    }

    fileprivate mutating func optionalRetention(_ name: String) -> RetentionClass? {
        optionalString(name, expected: "a retention class") { try RetentionClass(parsing: $0) }
    }

    fileprivate mutating func flag(_ name: String) -> Bool {
        guard let value = optionalValue(name) else { return false }
        return value == true
    }

    fileprivate mutating func reason(isRequired: Bool) -> StatedReason? {
        guard isRequired || has("reason") else { return nil }
        return string("reason", expected: "1 to 500 printable characters") {
            try StatedReason(parsing: $0)
        }
    }
}
