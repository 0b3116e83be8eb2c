/// Why a decision has no letter.
public enum NoLetter: Error, Hashable, Sendable {
    /// Nobody writes to the deceased: an official handles the file.
    case applicantDeceased
    /// The municipality does not decide in that language.
    case languageNotOffered
    /// The regulation names no contact, no ombudsman and no remedies; a letter without them would
    /// not start the time to appeal.
    case noTexts
    /// The decision rests on another text of the regulation.
    case anotherRegulation
}
