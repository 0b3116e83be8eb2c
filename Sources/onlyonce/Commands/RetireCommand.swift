import ArgumentParser
import CanonicalJSON
import HTTPFacade

/// Destroys the keys of months whose time is over.
struct RetireCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire",
        abstract: "Destroy the keys of old months, so that nobody can read them any more.",
        discussion: """
            Without --yes it only says how many entries would become unreadable, and what stands \
            in the way. With it the log records the order, the keys of those months are destroyed \
            together with the key-encryption key that wrapped them, and the bytes and index rows \
            of their entries are removed; no backup of the database can be read either. What is \
            in the tree stays proven.

            A month goes only when the years of its class are over (--early lifts that), no \
            legal hold lies on it, and every consult of it has its outcome.
            """)

    @OptionGroup var configuration: ConfigurationOption
    @OptionGroup var next: NextKeyOptions

    @Option(help: "All months before this one, 2016-11.")
    var before: String

    @Option(name: .customLong("class"), help: "Only this retention class.")
    var retention: String?

    @Flag(help: "Also months whose time is not over; needs --reason.")
    var early = false

    @Option(help: "Why; it is boxed in the log.")
    var reason: String?

    @Flag(help: "Do it.")
    var yes = false

    func run() async throws {
        let settings = try configuration.read()
        var order: JSONObject = yes ? try next.members() : [:]
        order["before"] = .string(before)
        order["confirmed"] = .bool(yes)
        order["early"] = .bool(early)
        if let retention { order["class"] = .string(retention) }
        if let reason { order["reason"] = .string(reason) }
        let reply = try await DataDirectoryAccess(settings).order(
            .post, "/log/retirements", .object(order), settings.storage)
        RetirementText(reply, isDone: yes).print()
        let leftovers = (reply["leftovers"]?.array ?? []).compactMap(\.string)
        guard leftovers.isEmpty else {
            throw UsageError(
                "the keys are destroyed, but this is left to do: "
                    + leftovers.joined(separator: ", ") + "; give the same order again")
        }
    }
}
