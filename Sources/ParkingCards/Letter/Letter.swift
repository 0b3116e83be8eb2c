public import Facts

/// The letter by which somebody learns of a decision, in one language.
///
/// It states the law, the facts, what was examined of every condition with its outcome and its
/// evidence, what follows, what can be done against it, and whom to ask. It is made of the decision,
/// the regulation and what the caller says about the applicant, so it names nobody else.
///
/// Its phrases are drafts, to be checked by a lawyer who writes the language.
public struct Letter: Hashable, Sendable {
    public let status: LetterStatus
    /// Dutch or French.
    public let language: Language
    /// The subject, in words.
    public let title: String

    let wording: LetterWording
    let decision: Decision
    let particulars: LetterParticulars
    /// Who decides.
    let sender: String
    /// What whoever reads it must know first.
    let warnings: [String]
    /// What is decided.
    let opening: [String]
    let reasons: [LetterReason]
    let law: [LetterLaw]
    let facts: [LetterLine]
    let conditions: [LetterCondition]
    let notices: [LetterReason]
    let amount: [LetterLine]
    let steps: [LetterStep]
    let remedies: [LetterRemedy]
    let ombudsman: LetterText
    let contact: LetterContact

    /// Writes the letter about a decision.
    ///
    /// - Parameters:
    ///   - regulation: the very text on which the decision rests.
    ///   - frame: what the region prescribes to the municipality.
    ///   - language: one of the municipality's; by default that of the decision.
    /// - Throws: ``NoLetter`` when there is none to write.
    public init(
        decision: Decision, regulation: Regulation, frame: RegionalFrame? = nil,
        language: Language? = nil, about particulars: LetterParticulars
    ) throws(NoLetter) {
        guard decision.regulation.hash == regulation.hash else { throw .anotherRegulation }
        let language = language ?? decision.language
        guard regulation.languages.contains(language) else { throw .languageNotOffered }
        guard let texts = regulation.letter else { throw .noTexts }
        guard !decision.conditions.contains(where: \.isAboutTheDeceased) else {
            throw .applicantDeceased
        }
        let draft = LetterDraft(
            decision: decision, regulation: regulation, frame: frame, texts: texts,
            wording: LetterWording(language: language), particulars: particulars)
        self.language = language
        self.decision = decision
        self.particulars = particulars
        wording = draft.wording
        status = draft.status
        title = draft.title
        sender = draft.sender
        warnings = draft.warnings
        opening = draft.opening
        reasons = decision.reasons.map(draft.reason)
        law = draft.law
        facts = draft.facts
        conditions = decision.conditions.map(draft.condition)
        notices = decision.notices.map(draft.notice)
        amount = draft.amount
        steps = draft.steps
        remedies = draft.status == .interim ? [] : texts.remedies
        ombudsman = LetterText(
            texts.ombudsman.text[language], isDraft: !texts.ombudsman.isConfirmed)
        contact = texts.contact
    }
}

extension ConditionResult {
    fileprivate var isAboutTheDeceased: Bool {
        reason == .applicantDeceased || members.contains(where: \.isAboutTheDeceased)
    }
}
