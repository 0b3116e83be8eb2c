import CanonicalJSON
public import Facts

/// The text of law on which a rule rests.
///
/// A decision names it with every condition, so copies share what it holds, and its JSON is written
/// once, when the regulation is read.
public struct LegalReference: Sendable {
    private let contents: Contents

    private final class Contents: Sendable {
        let id: ReferenceID
        let title: LocalizedText
        let article: String?
        let numac: String?
        let published: CalendarDate?
        let isConfirmed: Bool
        let dutch: CanonicalFragment
        let french: CanonicalFragment
        let english: CanonicalFragment

        init(
            id: ReferenceID, title: LocalizedText, article: String?, numac: String?,
            published: CalendarDate?, isConfirmed: Bool
        ) throws(JSONFailure) {
            self.id = id
            self.title = title
            self.article = article
            self.numac = numac
            self.published = published
            self.isConfirmed = isConfirmed
            func fragment(_ language: Language) throws(JSONFailure) -> CanonicalFragment {
                try CanonicalFragment { document in
                    document.object { reference in
                        if let article { reference.member("article", article) }
                        reference.member("id", id.text)
                        reference.member("isConfirmed") { $0.boolean(isConfirmed) }
                        if let numac { reference.member("numac", numac) }
                        reference.member("title", title[language])
                    }
                }
            }
            dutch = try fragment(.nl)
            french = try fragment(.fr)
            english = try fragment(.en)
        }
    }

    /// - Throws: ``CanonicalJSON/JSONFailure`` for a text that no JSON may hold.
    init(
        id: ReferenceID, title: LocalizedText, article: String?, numac: String?,
        published: CalendarDate?, isConfirmed: Bool
    ) throws(JSONFailure) {
        contents = try Contents(
            id: id, title: title, article: article, numac: numac, published: published,
            isConfirmed: isConfirmed)
    }

    /// Its name within the regulation file, `R-2013`.
    public var id: ReferenceID { contents.id }
    /// Its title in Dutch and French.
    public var title: LocalizedText { contents.title }
    /// The article, where somebody looked it up.
    public var article: String? { contents.article }
    /// The number under which the Belgian Official Gazette published it.
    public var numac: String? { contents.numac }
    public var published: CalendarDate? { contents.published }
    /// Whether somebody compared it with the published text.
    public var isConfirmed: Bool { contents.isConfirmed }

    /// It in canonical JSON.
    func fragment(in language: Language) -> CanonicalFragment {
        switch language {
        case .nl: contents.dutch
        case .fr: contents.french
        case .en: contents.english
        }
    }
}

extension LegalReference: Hashable {
    public static func == (left: LegalReference, right: LegalReference) -> Bool {
        left.contents === right.contents
            || (left.id == right.id && left.title == right.title && left.article == right.article
                && left.numac == right.numac && left.published == right.published
                && left.isConfirmed == right.isConfirmed)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(title)
        hasher.combine(article)
    }
}
