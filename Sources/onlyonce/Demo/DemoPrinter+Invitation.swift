import DevelopmentCertificates
import HTTPFacade
import SourceSimulators

extension DemoPrinter {
    /// Tells where everything listens and how to ask a question oneself.
    func invite(
        _ facade: FacadeAddresses, _ sources: SimulatedSources.Addresses,
        _ workplace: DemoWorkplace
    ) {
        let application = workplace.pki.application(.parkingSchaerbeek)
        Announcement.write(
            """

            \(bold(text(nl: "De gateway blijft luisteren:", fr: "La passerelle reste à l'écoute :", en: "The gateway keeps serving:")))
              api         https://\(facade.api)
              contract    https://\(facade.web)/doc/openapi.yaml
              health      http://\(facade.operations)/health
              metrics     http://\(facade.operations)/metrics
              faults      \(sources.control)/faults

            \(bold(text(nl: "Zelf iets vragen:", fr: "Poser une question :", en: "Ask something yourself:")))
              curl --cacert \(workplace.pki.applicationAuthority) \\
                --cert \(application.certificate) --key \(application.privateKey) \\
                --json '{"predicate":"vehicleIsRegistered","plate":"1ABC123","purpose":"parking-cards"}' \\
                https://\(facade.api)/v1/verifications

            \(dim(text(nl: "Ctrl-C beëindigt de demo.", fr: "Ctrl-C termine la démo.", en: "Ctrl-C ends the demo.")))
            """)
    }
}
