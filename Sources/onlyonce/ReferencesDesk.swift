import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import Gateway
import HTTPFacade

/// Shows commands the repertory of references, whether they come through the socket of a running
/// gateway or not.
struct ReferencesDesk: Sendable {
    /// How many dossiers one answer names.
    static let page = 500

    let repertory: Repertory
    let log: ConsultLog
    let today: @Sendable () -> CalendarDate

    var routes: [ControlRoute] {
        [
            ControlRoute(.get, "/rights/references") { _ in await counts() },
            ControlRoute(.post, "/rights/references") {
                await dossiers($0.body, user: $0.userID)
            },
        ]
    }

    /// How many dossiers are open, by organisation and kind.
    func counts() async -> ControlReply {
        do throws(StorageFailure) {
            let counts = try await repertory.counts(openOn: today())
            return ControlReply([
                "counts": .array(
                    counts.map { count in
                        [
                            "organisation": .string(count.organisation.digits),
                            "kind": .string(count.kind.text),
                            "open": .integer(Int64(count.open)),
                        ]
                    })
            ])
        } catch {
            return ControlReply(status: 503, ["detail": "the repertory cannot be read now"])
        }
    }

    /// The dossiers with their subjects; the look is recorded in the log first.
    func dossiers(_ body: JSONValue?, user: UInt32) async -> ControlReply {
        var reader = JSONReader(body ?? [:])
        let reason = reader.string("reason", expected: "1 to 500 printable characters") {
            try StatedReason(parsing: $0)
        }
        let after = reader.optionalString("after", expected: "the name of a dossier") {
            UUIDv7(parsing: $0)
        }
        do {
            let why = try reader.complete(reason)
            let official = try OfficialID.local(user: user)
            let (dossiers, unreadable, next) = try await repertory.dossiers(
                openOn: today(), after: after.map { ReferenceID($0) }, limit: Self.page,
                for: official, because: why, recordedIn: log)
            var reply: JSONObject = [
                "dossiers": .array(dossiers.map(\.value)),
                "unreadable": .integer(Int64(unreadable)),
            ]
            reply["next"] = next.map { .string($0.description) }
            return ControlReply(.object(reply))
        } catch let issues as JSONFieldIssues {
            return ControlReply(status: 400, ["detail": .string("\(issues)")])
        } catch let failure as UsageError {
            return ControlReply(status: 400, ["detail": .string(failure.description)])
        } catch ReferenceListingFailure.notLogged {
            return ControlReply(
                status: 503,
                ["detail": "the look could not be recorded in the log, so nothing is shown"])
        } catch {
            return ControlReply(status: 503, ["detail": "the repertory cannot be read now"])
        }
    }
}

extension OpenReference {
    fileprivate var value: JSONValue {
        let (type, number) =
            switch subject {
            case .person(let ssin): ("ssin", ssin.digits)
            case .vehicle(let plate): ("plate", plate.text)
            case .enterprise(let number): ("enterprise", number.digits)
            case .official(let official): ("official", official.text)
            }
        return [
            "reference": .string(record.id.description),
            "organisation": .string(record.organisation.digits),
            "kind": .string(record.kind.text), "subjectType": .string(type),
            "subject": .string(number), "dossier": .string(dossier.text),
            "authorisation": .string(record.authorisation.id.text),
            "from": .string(record.from.text), "until": .string(record.until.text),
        ]
    }
}
