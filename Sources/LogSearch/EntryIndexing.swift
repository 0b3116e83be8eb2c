import AccessRights
import ConsultLog
import Facts

/// Turns entries into rows of the index. Of what is boxed it opens the subject, the official and
/// the dossier.
struct EntryIndexing {
    private let keys: DataKeys
    private var indexKeys: TokenCache
    private var intents = IntentCache()
    private var clear: [ClearValue: SearchToken] = [:]

    private struct ClearValue: Hashable {
        let field: ClearField
        let text: String
    }

    init(_ keys: DataKeys) {
        self.keys = keys
        indexKeys = TokenCache(keys)
    }

    /// What an entry is found by: its own tokens, and those of the intent of which it is the outcome.
    struct Found {
        var own: (group: KeyGroup, tokens: [SearchToken])
        var inherited: (group: KeyGroup, tokens: [SearchToken])?
        /// Whether a box did not open although its key is there.
        var isDamaged = false
    }

    /// The intent of which an entry is the outcome, when it must be read to index the entry.
    func missingIntent(of entry: Entry) -> AskedReference? {
        guard let asked = Self.intent(of: entry), intents[asked.id] == nil else { return nil }
        return asked
    }

    static func intent(of entry: Entry) -> AskedReference? {
        switch entry.body {
        case .answered(let answered): answered.asked
        case .interrupted(let interrupted): interrupted.asked
        case .asked, .refused, .audited, .keyRetired, .holdChanged, .continued: nil
        }
    }

    /// Makes an intent known that stands further back.
    mutating func note(intent entry: Entry) {
        if case .asked(let asked) = entry.body { _ = found(asked, entry) }
    }

    mutating func found(_ entry: Entry) -> Found {
        switch entry.body {
        case .asked(let asked): return found(asked, entry)
        case .answered(let answered):
            var found = opened(entry, [.subject])
            found.own.tokens.append(token(.outcome, answered.outcome.rawValue))
            inherit(answered.asked, isListed: answered.role == .listed, into: &found)
            return found
        case .interrupted(let interrupted):
            var found = opened(entry, [])
            inherit(interrupted.asked, isListed: false, into: &found)
            return found
        case .refused(let refused):
            var found = opened(entry, [.subject, .official, .dossier])
            found.own.tokens += tokens(refused.request)
            if let authorisation = refused.authorisation {
                found.own.tokens.append(token(.authorisation, authorisation.id.text))
            }
            if let operation = refused.operation {
                found.own.tokens.append(token(.source, operation.source.rawValue))
            }
            return found
        case .audited(let audited):
            var found = opened(entry, [.subject, .official, .dossier])
            if let organisation = audited.organisation {
                found.own.tokens.append(token(.organisation, organisation.digits))
            }
            if let application = audited.application {
                found.own.tokens.append(token(.application, application.text))
            }
            return found
        case .keyRetired, .holdChanged, .continued: return opened(entry, [.official])
        }
    }

    private mutating func found(_ asked: Asked, _ entry: Entry) -> Found {
        var found = opened(entry, [.subject])
        let subject = found.own.tokens.first
        let others = opened(entry, [.official, .dossier])
        found.isDamaged = found.isDamaged || others.isDamaged
        let rest =
            others.own.tokens + tokens(asked.request) + [
                token(.authorisation, asked.authorisation.id.text),
                token(.source, asked.operation.source.rawValue),
            ]
        found.own.tokens += rest
        intents.add(
            IndexedIntent(group: found.own.group, subject: subject, others: rest), entry.id)
        return found
    }

    private func inherit(_ asked: AskedReference, isListed: Bool, into found: inout Found) {
        guard let intent = intents[asked.id] else { return }
        // Whoever is only listed is found by their own number.
        let subject = isListed ? nil : intent.subject
        found.inherited = (intent.group, intent.others + (subject.map { [$0] } ?? []))
    }

    /// Opens confidential fields of an entry; one whose key is gone is not there.
    private mutating func opened(_ entry: Entry, _ fields: [ConfidentialField]) -> Found {
        let key = entry.confidential?.key
        let group = KeyGroup(
            period: KeyPeriod(retention: entry.body.retention, consult: entry.consult), key: key)
        var found = Found(own: (group, []))
        guard let key, let indexKey = indexKeys.indexKey(key) else { return found }
        for field in fields where entry.confidential?[field] != nil {
            do throws(DisclosureFailure) {
                let value = try entry.open(field, using: keys).value
                found.own.tokens.append(SearchToken(value, under: indexKey))
            } catch {
                switch error {
                case .absent, .noKey: break
                case .doesNotOpen, .hashDiffers, .malformed: found.isDamaged = true
                }
            }
        }
        return found
    }

    private mutating func tokens(_ request: LoggedRequest) -> [SearchToken] {
        [
            token(.organisation, request.organisation.digits),
            token(.application, request.application.text),
            token(.purpose, request.purpose.text),
        ]
    }

    private mutating func token(_ field: ClearField, _ text: String) -> SearchToken {
        let value = ClearValue(field: field, text: text)
        if let known = clear[value] { return known }
        let token = SearchToken(field, text)
        if clear.count >= 4096 { clear = [:] }
        clear[value] = token
        return token
    }
}
