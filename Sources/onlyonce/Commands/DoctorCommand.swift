import ArgumentParser

/// Examines an installation.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say what is wrong with an installation, or soon will be.",
        discussion: """
            Examines the configuration, the certificates and their expiry, the modes of the keys, \
            the documents, the revocations, the clock, the free space and the log, and changes \
            nothing. Of an application's certificate that stands in the register by its \
            fingerprint or names alone, the end is known once it was presented to the gateway \
            that runs.

            The exit status is 1 when something is wrong, or expires within 30 days.
            """)

    @OptionGroup var configuration: ConfigurationOption

    @Flag(help: "Leave out what is well.")
    var quiet = false

    func run() async throws {
        let doctor = Doctor(configuration: try configuration.read(), now: SystemTime.now())
        let findings = await doctor.examine()
        for finding in findings where !(quiet && finding.standing == .good) {
            print(finding.line)
        }
        if findings.contains(where: { $0.standing == .problem }) { throw ExitCode(1) }
    }
}
