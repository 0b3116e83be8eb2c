import ConsultLog
import ConsultLogFakes
import Facts
import Gateway

/// What the sources answer. Whom it does not name is unknown.
struct SourceScript: Sendable {
    var persons: [SSIN: Finding<Person>] = [:]
    var heads: [SSIN: Finding<HouseholdHead>] = [:]
    var households: [SSIN: Finding<Household>] = [:]
    var licences: [SSIN: Finding<[DrivingLicence]>] = [:]
    var vehicles: [Plate: Finding<VehicleRegistration>] = [:]
    var enterprises: [EnterpriseNumber: Finding<Enterprise>] = [:]
    /// The look-ups that fail, whoever is asked about.
    var failures: [SourceOperation: SourceFailure] = [:]
    /// The people about whom every look-up fails.
    var silent: [SSIN: SourceFailure] = [:]
    var ticket: SourceTicket?
    var received: Set<InformationType> = []
    /// What the log meets when it writes down how a look-up ended.
    var logFault: InMemoryConsultLogStorage.Fault?
    /// Whether the log can look after that.
    var blindsLog = false
}
