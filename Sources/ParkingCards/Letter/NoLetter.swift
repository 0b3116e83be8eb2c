/// Why a decision has no letter.
///
/// The raw value is the word for it, in the API.
public enum NoLetter: String, Error, Hashable, Sendable, CaseIterable {
    /// Nobody writes to the deceased: an official handles the file.
    case applicantDeceased
    /// The municipality does not decide in that language.
    case languageNotOffered
    /// The regulation names no contact, no ombudsman and no remedies; a letter without them would
    /// not start the time to appeal.
    case noTexts
    /// The decision rests on another text of the regulation.
    case anotherRegulation
    /// Two officials granted what the rules refuse: they say why, in words of their own.
    case overridden
}
