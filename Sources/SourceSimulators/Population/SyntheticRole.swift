public import Facts

/// The relation to the reference person, by the codes that were observed (no list is published).
public enum SyntheticRole: String, Hashable, Sendable, CaseIterable {
    case head = "01"
    case spouse = "02"
    case child = "03"
    case grandchild = "05"
    case parent = "06"
    case sibling = "09"
    case unrelated = "12"
    case stepchild = "13"
    case collectiveResident = "20"
    case partner = "21"
    case legalCohabitant = "22"

    /// The label that the simulated register gives.
    public var label: LocalizedText {
        switch self {
        case .head: LocalizedText(nl: "Referentiepersoon", fr: "Personne de référence")
        case .spouse: LocalizedText(nl: "Echtgenoot", fr: "Conjoint")
        case .child: LocalizedText(nl: "Kind", fr: "Enfant")
        case .grandchild: LocalizedText(nl: "Kleinkind", fr: "Petit-enfant")
        case .parent: LocalizedText(nl: "Ouder", fr: "Parent")
        case .sibling: LocalizedText(nl: "Broer of zus", fr: "Frère ou sœur")
        case .unrelated: LocalizedText(nl: "Niet verwant", fr: "Non apparenté")
        case .stepchild: LocalizedText(nl: "Stiefkind", fr: "Beau-fils ou belle-fille")
        case .collectiveResident: LocalizedText(nl: "Gemeenschap", fr: "Communauté")
        case .partner: LocalizedText(nl: "Partner", fr: "Partenaire")
        case .legalCohabitant:
            LocalizedText(nl: "Wettelijk samenwonende", fr: "Cohabitant légal")
        }
    }
}
