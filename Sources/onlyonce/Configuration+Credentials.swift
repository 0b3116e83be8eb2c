extension Configuration {
    /// Reads every certificate and key once, so that a wrong one is known before anything is opened
    /// and not at the first call.
    ///
    /// - Throws: ``UsageError`` that names the key of each file that cannot be used, and the file;
    ///   never what is in it.
    func checkCredentials() throws(UsageError) {
        var check = CredentialCheck()
        check.identity("api", certificate: api.certificate, privateKey: api.privateKey)
        check.authority("api.clientAuthority", clientAuthority)
        check.identity("web", certificate: web.certificate, privateKey: web.privateKey)
        check.identity(
            "sources", certificate: sources.certificate, privateKey: sources.privateKey)
        check.authority("sources.authority", sources.authority)
        if let witnesses = log.witnesses {
            check.authority("log.witnessAuthority", witnesses.authority)
        }
        if let provider = identityProvider {
            check.authority("identityProvider.authority", provider.authority)
            if let signIn = provider.signIn {
                check.identity(
                    "identityProvider.signIn", certificate: signIn.certificate,
                    privateKey: signIn.privateKey)
            }
        }
        guard check.issues.isEmpty else {
            throw UsageError(
                "certificates of the configuration cannot be used:\n"
                    + check.issues.joined(separator: "\n"))
        }
    }
}
