// DevelopmentCertificates
