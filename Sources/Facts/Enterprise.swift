/// What the Crossroads Bank for Enterprises says of one enterprise, cut down to what was asked.
public struct Enterprise: Hashable, Sendable, Redacted {
    public let number: EnterpriseNumber
    public var status: EnterpriseStatus?
    /// Code of `JuridicalSituation`, `000` for the normal situation.
    public var juridicalSituation: CodedValue?
    public var kind: EnterpriseKind?
    public var juridicalForm: CodedValue?
    public var started: CalendarDate?
    public var names: [EnterpriseName]?
    /// Natural persons have none: the open data leaves it out.
    public var seat: Address?
    public var establishments: [Establishment]?
    public var activities: [EnterpriseActivity]?

    public init(number: EnterpriseNumber) { self.number = number }
}
