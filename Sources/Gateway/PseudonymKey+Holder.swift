public import Facts

extension PseudonymKey {
    /// The pseudonym of one person in the records of one municipality. It asks no source: the number
    /// of somebody who applies is known, and theirs alone.
    public func pseudonym(of person: SSIN, for municipality: NISCode) -> Pseudonym {
        pseudonyms(for: municipality)(person)
    }
}
