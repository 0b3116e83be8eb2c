/// Every single value of the configuration, by the path of its key, whether it may be absent or
/// not: those that `Contracts/configuration` describes.
enum ConfigurationKeys {
    static var all: [[String]] {
        [
            ["data"], ["rights"], ["contracts"], ["authorisations"], ["applications"],
            ["regulations"], ["sampleRegulations"],
            ["operations", "port"],
        ]
            + within(
                "api",
                ["host", "port", "certificate", "privateKey", "clientAuthority", "revocations"])
            + within("web", ["host", "port", "certificate", "privateKey"])
            + within(
                "keys",
                [
                    "store", "keyEncryptionKey", "keyEncryptionVariable", "unwrapCommand",
                    "wrappedKey", "unwrapSeconds", "pseudonymSecret",
                ])
            + within(
                "log",
                [
                    "origin", "key", "passphrase", "publicIntervalSeconds", "witnesses",
                    "witnessAuthority", "mostQuorumAgeSeconds", "reserveMegabytes",
                ])
            + within(
                "limits", ["requestsPerSecond", "concurrentConsults", "bodyBytes", "batchSize"])
            + within(
                "identityProvider",
                [
                    "issuer", "audience", "keySet", "authority", "algorithms", "officialClaim",
                    "scope", "mustBeKnown", "citizenScope",
                ])
            + [
                "client", "authorisation", "token", "userInfo", "redirect", "scope",
                "certificate", "privateKey",
            ].map { ["identityProvider", "signIn", $0] }
            + within("commandLine", ["dpo", "controlCommission"])
            + within("own", ["organisation", "application", "purpose"])
            + within(
                "sources",
                [
                    "nationalRegister", "vehicleRegister", "certificate", "privateKey",
                    "authority", "customer", "officialSchemas", "deadlineMilliseconds",
                ])
    }

    private static func within(_ section: String, _ keys: [String]) -> [[String]] {
        keys.map { [section, $0] }
    }
}
