public import CanonicalJSON
public import Facts

extension RightsHistory {
    /// What a document says differently from the terms that are drafted or in force, in words, and
    /// which rights that are in force give the same.
    ///
    /// - Returns: `id`, `hash`, `overlaps` and, where there is an authorisation of the name,
    ///   `differences`.
    public func comparison(of document: Authorisation, on day: CalendarDate) -> JSONObject {
        let overlaps = authorisations.compactMap { life in
            life.inForce(on: day).flatMap { document.overlap(with: $0) }
        }
        var object: JSONObject = [
            "id": .string(document.id.text), "hash": .string(document.hash.hexadecimal),
            "overlaps": .array(overlaps.map { .string($0.description) }),
        ]
        if let life = self[document.id],
            let present = life.pending?.terms ?? life.terms(on: day)
        {
            object["differences"] = .array(
                TermsDifference.between(present, document).map { .string($0.description) })
        }
        return object
    }
}
