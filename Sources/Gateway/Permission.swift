import AccessRights

/// What the rights, and the population where it had to be looked up, say to a request.
enum Permission {
    /// With what was counted against its quota, if it has one: to be given back when nothing is given.
    case granted(Grant, QuotaReservation?)
    case refused(Refusal)
    /// The rights cannot be known now.
    case undecided
    /// Whether the subject belongs to the population could not be found out.
    case undetermined(SourceFailure)
    /// The check of the population could not be made durable.
    case notRecorded
}
