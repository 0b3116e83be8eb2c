/// The picture of the house: every target, its floor, and every module it may import.
enum House {
    static let rooms: [Room] = [
        Room("CanonicalJSON", on: .foundations),
        Room("StrictYAML", on: .foundations, outside: ["Yams"]),
        Room("XMLDocuments", on: .foundations, outside: ["CLibXML2", "Synchronization"]),
        Room(
            "HTTPTransfers", on: .foundations,
            outside: ["CLibCurl", "Foundation", "Glibc", "Synchronization"]),
        Room("ZIPArchives", on: .foundations, outside: ["CLibZip"]),
        Room(
            "DevelopmentCertificates", on: .foundations,
            outside: ["Crypto", "Foundation", "SwiftASN1", "X509"]),
        Room("TransparencyLogs", on: .foundations, outside: ["Crypto"]),

        Room("Facts", on: .domain),
        Room(
            "AccessRights", on: .domain, opens: ["CanonicalJSON", "Facts", "StrictYAML"],
            outside: ["Crypto"]),
        Room(
            "ConsultLog", on: .domain, opens: ["AccessRights", "CanonicalJSON", "Facts"],
            outside: ["Crypto", "Glibc", "Synchronization"]),
        Room(
            "LogProofs", on: .domain,
            opens: ["AccessRights", "CanonicalJSON", "ConsultLog", "Facts", "TransparencyLogs"],
            outside: ["Crypto", "Synchronization"]),
        Room(
            "LogSearch", on: .domain,
            opens: ["AccessRights", "CanonicalJSON", "ConsultLog", "Facts"],
            outside: ["Crypto", "Synchronization"]),

        Room(
            "Officials", on: .domain,
            opens: ["AccessRights", "CanonicalJSON", "ConsultLog", "Facts"],
            outside: ["Crypto", "JWTKit", "Synchronization"]),

        Room(
            "Gateway", on: .application,
            opens: ["AccessRights", "CanonicalJSON", "ConsultLog", "Facts"],
            outside: ["Crypto", "Synchronization"]),
        Room(
            "ParkingCards", on: .application,
            opens: [
                "AccessRights", "CanonicalJSON", "ConsultLog", "Facts", "Gateway", "StrictYAML",
            ], outside: ["Crypto", "Synchronization"]),

        Room(
            "AuthenticSources", on: .adapters,
            opens: [
                "CanonicalJSON", "ConsultLog", "Facts", "Gateway", "HTTPTransfers",
                "XMLDocuments",
            ]),
        Room(
            "KBOOpenData", on: .adapters, opens: ["ConsultLog", "Facts", "Gateway", "ZIPArchives"],
            outside: ["Dispatch", "GRDB", "GRDBSQLite", "Glibc", "Synchronization"]),
        Room(
            "LogFiles", on: .adapters, opens: ["LogProofs", "TransparencyLogs"],
            outside: ["Dispatch", "Glibc"]),
        Room(
            "SQLiteStorage", on: .adapters,
            opens: [
                "AccessRights", "CanonicalJSON", "ConsultLog", "Facts", "Gateway", "LogProofs",
                "LogSearch", "Officials", "ParkingCards", "TransparencyLogs",
            ],
            outside: [
                "Crypto", "Dispatch", "Foundation", "GRDB", "GRDBSQLite", "Glibc",
                "Synchronization",
            ]),
        Room(
            "SourceSimulators", on: .adapters,
            opens: ["CanonicalJSON", "Facts", "XMLDocuments", "ZIPArchives"],
            outside: [
                "Crypto", "Foundation", "HTTPTypes", "Hummingbird", "HummingbirdTLS", "Logging",
                "NIOCore", "NIOSSL", "ServiceLifecycle", "Synchronization",
            ]),

        Room(
            "HTTPFacade", on: .faces,
            opens: [
                "AccessRights", "CanonicalJSON", "ConsultLog", "Facts", "Gateway", "LogProofs",
                "LogSearch", "Officials", "ParkingCards", "TransparencyLogs",
            ],
            outside: [
                "CoreMetrics", "Crypto", "Foundation", "Glibc", "HTTPTypes", "Hummingbird",
                "HummingbirdCore", "HummingbirdTLS", "Logging", "NIOCore", "NIOHTTP1", "NIOPosix",
                "NIOSSL", "NIOTLS", "ServiceLifecycle", "SwiftASN1", "Synchronization", "X509",
            ]),

        Room(
            "onlyonce", on: .executable,
            opens: [
                "AccessRights", "AuthenticSources", "CanonicalJSON", "ConsultLog",
                "DevelopmentCertificates", "Facts", "Gateway", "HTTPFacade", "HTTPTransfers",
                "KBOOpenData", "LogFiles", "LogProofs", "LogSearch", "Officials",
                "ParkingCards", "SQLiteStorage", "SourceSimulators", "StrictYAML",
                "TransparencyLogs",
                "XMLDocuments",
            ],
            outside: [
                "ArgumentParser", "CoreMetrics", "Crypto", "CryptoExtras", "Foundation", "Glibc",
                "Logging",
                "NIOCore", "NIOPosix", "NIOSSL", "ServiceLifecycle", "SwiftASN1",
                "Synchronization", "UnixSignals",
            ]),
    ]

    /// Libraries of C, which hold a module map and no Swift.
    static let borders: Set<String> = ["CJemalloc", "CLibCurl", "CLibXML2", "CLibZip"]

    /// What stands in for Glibc where there is none.
    static let elsewhere: Set<String> = ["Darwin"]

    static func room(_ name: String) -> Room? { rooms.first { $0.name == name } }
}
