import AccessRights
import CanonicalJSON
import Facts
import HTTPFacade

/// What a running gateway tells `onlyonce doctor` of itself.
struct CheckUpDesk: Sendable {
    let health: @Sendable () async -> Health
    let facade: Facade

    var routes: [ControlRoute] {
        [
            ControlRoute(.get, "/health") { _ in
                let health = await health()
                return ControlReply([
                    "status": .string(health.status.rawValue),
                    "reasons": .array(health.troubles.map { .string($0.reason) }),
                ])
            },
            ControlRoute(.get, "/applications/certificates") { _ in
                ControlReply([
                    "certificates": .array(facade.certificateLifetimes.map(\.json)),
                    "unseen": .array(
                        facade.unseenCertificates.map {
                            [
                                "application": .string($0.application.text),
                                "certificate": .string($0.label),
                            ]
                        }),
                ])
            },
        ]
    }
}

extension CertificateLifetime {
    fileprivate var json: JSONValue {
        [
            "application": .string(application.text),
            "fingerprint": .string(fingerprint.hexadecimal),
            "end": .integer(end.milliseconds),
        ]
    }
}
