import CanonicalJSON
import ConsultLog
import Facts
import ParkingCards

extension CardRoutes {
    /// What decides about an application.
    var decisions: [Route] {
        [
            reading("assess") { CardConsult(&$0) }.taking {
                card, consult, caller, order throws(Problem) in
                try await answered { () throws(CardFailure) in
                    try await office.assess(
                        card, adding: consult.documents, in: consult.context(of: caller),
                        by: order)
                }
            },
            reading("confirmRefusal") { Optional.some($0.optionalCardReason()) }.taking {
                card, reason, caller, order throws(Problem) in
                let official = try await official(caller)
                return try await answered { () throws(CardFailure) in
                    try await office.confirmRefusal(
                        of: card, by: official, because: reason, for: order)
                }
            },
            step("confirmGrant") { card, caller, order throws(Problem) in
                let official = try await official(caller)
                return try await answered { () throws(CardFailure) in
                    try await office.confirmGrant(of: card, by: official, for: order)
                }
            },
            reading("override") { reader -> (CardReason, CardConsult)? in
                let reason = reader.cardReason()
                let consult = CardConsult(&reader, takesDocuments: false)
                guard let reason, let consult else { return nil }
                return (reason, consult)
            }.taking { card, content, caller, order throws(Problem) in
                let official = try await official(caller)
                return try await answered { () throws(CardFailure) in
                    try await office.override(
                        card, by: official, because: content.0,
                        in: content.1.context(of: caller), for: order)
                }
            },
        ]
    }

    /// What happens while a card is held.
    var holding: [Route] {
        [
            reading("payments") { $0.payment() }.taking { card, payment, _, order throws(Problem) in
                try await answered { () throws(CardFailure) in
                    try await office.pay(payment, for: card, by: order)
                }
            },
            step("activate") { card, _, order throws(Problem) in
                try await answered { () throws(CardFailure) in
                    try await office.activate(card, by: order)
                }
            },
            reading("plates") { reader -> ([Plate], CardConsult)? in
                let plates = reader.cardPlates()
                let consult = CardConsult(&reader)
                guard let plates, let consult else { return nil }
                return (plates, consult)
            }.taking { card, content, caller, order throws(Problem) in
                try await answered { () throws(CardFailure) in
                    try await office.changePlates(
                        of: card, to: content.0, adding: content.1.documents,
                        in: content.1.context(of: caller), by: order)
                }
            },
            reading("renew") { CardConsult(&$0) }.taking {
                card, consult, caller, order throws(Problem) in
                try await answered { () throws(CardFailure) in
                    try await office.renew(
                        card, adding: consult.documents, in: consult.context(of: caller),
                        by: order)
                }
            },
            reading("allowances") { $0.integer("visits", in: 1...1000) }.taking {
                card, visits, _, order throws(Problem) in
                try await answered { () throws(CardFailure) in
                    try await office.use(visits: Int(visits), of: card, by: order)
                }
            },
        ] + notices
    }

    private var notices: [Route] {
        [
            reading("notices") { reader -> (CardNotice.Kind, CardNotice.Channel, CalendarDate?)? in
                let kind = reader.field("kind", .noticeKind) { CardNotice.Kind(rawValue: $0) }
                let channel = reader.field("channel", .noticeChannel) {
                    CardNotice.Channel(rawValue: $0)
                }
                let sent = reader.optionalString(
                    "sentOn", expected: FieldRule.date.rawValue
                ) { try CalendarDate(parsing: $0) }
                guard let kind, let channel else { return nil }
                return (kind, channel, sent)
            }.taking { card, notice, _, order throws(Problem) in
                try await answered { () throws(CardFailure) in
                    try await office.notify(
                        notice.0, through: notice.1, sentOn: notice.2, about: card, by: order)
                }
            },
            reading("notices/deliveries") { reader -> (UUIDv7, CardNotice.Delivery)? in
                let notice = reader.field("noticeId", .notice) { UUIDv7(parsing: $0) }
                let delivery = reader.delivery()
                guard let notice, let delivery else { return nil }
                return (notice, delivery)
            }.taking { card, content, _, order throws(Problem) in
                try await answered { () throws(CardFailure) in
                    try await office.deliver(content.0, content.1, about: card, by: order)
                }
            },
        ]
    }

    /// What ends a card.
    var endings: [Route] {
        [
            step("withdraw") { card, _, order throws(Problem) in
                try await answered { () throws(CardFailure) in
                    try await office.withdraw(card, by: order)
                }
            },
            reading("announceRevocation") {
                $0.field("event", .registerEvent) { RegisterEvent(rawValue: $0) }
            }.taking { card, event, _, order throws(Problem) in
                try await answered { () throws(CardFailure) in
                    try await office.announceRevocation(of: card, for: event, by: order)
                }
            },
            reading("liftRevocation") { $0.cardReason() }.taking {
                card, reason, caller, order throws(Problem) in
                let official = try await official(caller)
                return try await answered { () throws(CardFailure) in
                    try await office.liftRevocation(
                        of: card, by: official, because: reason, for: order)
                }
            },
            reading("revoke") { Optional.some(CardRevoking(&$0)) }.taking {
                card, content, caller, order throws(Problem) in
                let official = try await official(caller)
                return try await answered { () throws(CardFailure) in
                    try await office.revoke(
                        card, by: official, because: content.reason,
                        in: content.purpose.map { caller.consult(for: $0, dossier: nil) },
                        for: order)
                }
            },
        ]
    }
}
