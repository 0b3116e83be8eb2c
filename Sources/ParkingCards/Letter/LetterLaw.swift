import Facts

/// A text of law as a letter cites it.
struct LetterLaw: Hashable {
    let id: ReferenceID
    let title: String
    let article: String?
    let numac: String?
    /// Whether somebody compared the citation with the published text.
    let isConfirmed: Bool

    init(_ reference: LegalReference, in wording: LetterWording) {
        id = reference.id
        title = reference.title[wording.language]
        article = reference.article
        numac = reference.numac
        isConfirmed = reference.isConfirmed
    }
}
