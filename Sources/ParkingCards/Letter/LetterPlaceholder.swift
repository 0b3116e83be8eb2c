import Facts

/// What the municipality's own words for a reason can leave open: `{live}`, `{date}`, …
enum LetterPlaceholder: String, Hashable, CaseIterable {
    /// How many cards count already.
    case live
    /// The most that is allowed.
    case max
    case municipality
    /// The day for which the reason holds.
    case date
    /// The day before which it can be repaired.
    case due

    /// What the words for each code can leave open.
    static let byCode: [String: Set<LetterPlaceholder>] = {
        var known: [String: Set<LetterPlaceholder>] = [:]
        let wording = LetterWording(language: .nl)
        for reason in Reason.examples {
            known[reason.code] = Set(allCases.filter { reason.value(of: $0, in: wording) != nil })
        }
        return known
    }()

    /// What stands between braces in a text; a brace that is alone gives an empty word.
    static func words(of text: String) -> [String] {
        text.split(separator: "{", omittingEmptySubsequences: false).enumerated().flatMap {
            index, part -> [String] in
            let pieces = part.split(separator: "}", omittingEmptySubsequences: false)
            guard index > 0 else { return Array(repeating: "", count: pieces.count - 1) }
            return pieces.count == 2 ? [String(pieces[0])] : [""]
        }
    }
}

extension Reason {
    /// The reason in the municipality's own words; `nil` when they leave open what this reason does
    /// not tell.
    func text(of own: LocalizedText, in wording: LetterWording) -> String? {
        var text = own[wording.language]
        for placeholder in LetterPlaceholder.allCases {
            let mark = "{\(placeholder.rawValue)}"
            guard text.contains(mark) else { continue }
            guard let value = value(of: placeholder, in: wording) else { return nil }
            text = text.replacing(mark, with: value)
        }
        return text
    }

    /// What takes the place of a placeholder, where this reason can tell.
    fileprivate func value(
        of placeholder: LetterPlaceholder, in wording: LetterWording
    ) -> String? {
        switch (placeholder, self) {
        case (.live, .quotaExceeded(let live, _, _)): String(live)
        case (.max, .quotaExceeded(_, let maximum, _)), (.max, .tooManyPlates(let maximum)):
            String(maximum)
        case (.municipality, .notResident(let municipality, _)): municipality[wording.language]
        case (.date, .notResident(_, let day)), (.date, .mayNotDrive(let day)): wording.day(day)
        case (.due, .licenceExpired(let day?)): wording.day(day)
        case (.live, _), (.max, _), (.municipality, _), (.date, _), (.due, _): nil
        }
    }

    /// One of each, to know what their words can leave open.
    fileprivate static var examples: [Reason] {
        let day = CalendarDate(daysSinceEpoch: 0)
        return [
            .outsideWindow, .quotaExceeded(live: 0, maximum: 0, key: .household),
            .municipalCapReached,
            .notResident(municipality: LocalizedText(nl: "", fr: ""), on: day),
            .notInHousehold, .underAge, .noSharedCustody, .addressProtected, .vehicleNotRegistered,
            .vehicleSuspended, .vehicleCategory, .vehicleMass, .vehicleLength, .vehicleHeight,
            .plateKind, .plateHasCard, .tooManyPlates(maximum: 1), .vehicleNotAtDisposal,
            .lowEmissionZone, .mayNotDrive(on: day), .licenceNotFound, .enterpriseNotActive,
            .establishmentNotInSector, .activityNotListed, .functionNotHeld, .tooFewStaff,
            .careNotRecognised, .noDisabilityCard, .carNotShared, .noSecondHomeTax, .noMandate,
            .licenceExpired(due: day), .addressChangePending, .proofRequired, .staffUnknown,
            .sourceUnavailable, .sourceNotAuthorised, .sourceStale, .factNotEstablished,
        ]
    }
}
