// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every target: warnings are errors, pointers are marked, imports are private.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

// What each target may import is said here and nowhere else; arrows point down only.
// `HouseTests` compares every `import` with this table.

let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")
let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(
    name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let jwtKit = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let lifecycle = Target.Dependency.product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let nioTLS = Target.Dependency.product(name: "NIOTLS", package: "swift-nio")
let unixSignals = Target.Dependency.product(
    name: "UnixSignals", package: "swift-service-lifecycle")
let x509 = Target.Dependency.product(name: "X509", package: "swift-certificates")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// A library target with the settings of the house.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one room.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: name, dependencies: dependencies,
        exclude: [], resources: [], swiftSettings: settings)
}

let package = Package(
    name: "OnlyOnce",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "OnlyOnce", targets: ["Facts", "AccessRights", "ConsultLog", "Gateway"]),
        .library(name: "ParkingCards", targets: ["ParkingCards"]),
        .executable(name: "onlyonce", targets: ["onlyonce"]),
        // What the benchmarks measure besides; no promise to anybody else.
        .library(
            name: "BenchmarkParts",
            targets: [
                "CanonicalJSON", "LogProofs", "LogSearch", "SQLiteStorage", "SourceSimulators",
                "TransparencyLogs",
            ]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1.git", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-certificates.git", from: "1.21.1"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1",
            traits: ["FullFoundation"]),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
        .package(url: "https://github.com/vapor/jwt-kit.git", from: "5.7.1"),
        .package(
            url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    ],
    targets: [
        // C borders
        .systemLibrary(
            name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        // The process's malloc: a consult allocates in one thread and frees in another, again and
        // again, for which glibc's is slow.
        .systemLibrary(
            name: "CJemalloc", pkgConfig: "jemalloc", providers: [.apt(["libjemalloc-dev"])]),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),

        // Foundations: small, general, and ignorant of the domain
        room("CanonicalJSON"),
        room("StrictYAML", [yams]),
        room("XMLDocuments", ["CLibXML2"]),
        room("HTTPTransfers", ["CLibCurl"]),
        room("ZIPArchives", ["CLibZip"]),
        room("DevelopmentCertificates", [asn1, crypto, x509]),
        room("TransparencyLogs", [crypto]),

        // Domain
        room("Facts"),
        room("AccessRights", ["Facts", "CanonicalJSON", "StrictYAML", crypto]),
        room("ConsultLog", ["AccessRights", "Facts", "CanonicalJSON", crypto]),
        room(
            "LogProofs",
            ["TransparencyLogs", "ConsultLog", "AccessRights", "CanonicalJSON", "Facts", crypto]),
        room(
            "Officials",
            ["ConsultLog", "AccessRights", "Facts", "CanonicalJSON", crypto, jwtKit]),
        room("LogSearch", ["ConsultLog", "AccessRights", "Facts", "CanonicalJSON", crypto]),

        // Application
        room("Gateway", ["AccessRights", "ConsultLog", "Facts", "CanonicalJSON", crypto]),
        room(
            "ParkingCards",
            [
                "Gateway", "ConsultLog", "AccessRights", "Facts", "CanonicalJSON", "StrictYAML",
                crypto,
            ]),

        // Adapters: they never import each other
        room(
            "AuthenticSources",
            [
                "Gateway", "ConsultLog", "Facts", "CanonicalJSON", "XMLDocuments", "HTTPTransfers",
            ]),
        room("KBOOpenData", ["Gateway", "Facts", "ZIPArchives", grdb, grdbSQLite]),
        room("LogFiles", ["LogProofs", "TransparencyLogs"]),
        room(
            "SQLiteStorage",
            [
                "LogProofs", "LogSearch", "Officials", "TransparencyLogs", "ConsultLog",
                "ParkingCards", "Gateway", "AccessRights", "Facts", "CanonicalJSON", crypto, grdb,
                grdbSQLite,
            ]),
        room(
            "SourceSimulators",
            [
                "Facts", "CanonicalJSON", "XMLDocuments", "ZIPArchives", crypto,
                hummingbird, hummingbirdTLS, httpTypes, lifecycle, logging, nioCore, nioSSL,
            ]),

        // Faces
        room(
            "HTTPFacade",
            [
                "LogProofs", "LogSearch", "Officials", "TransparencyLogs",
                "ParkingCards", "Gateway", "ConsultLog", "AccessRights", "Facts", "CanonicalJSON",
                asn1, hummingbirdCore, httpTypes, lifecycle, logging, metrics, nioCore, nioHTTP1,
                nioPosix, nioSSL, nioTLS, x509,
            ]),

        // Executable
        .executableTarget(
            name: "onlyonce",
            dependencies: [
                "CJemalloc",
                "HTTPFacade", "SourceSimulators", "SQLiteStorage", "KBOOpenData",
                "AuthenticSources", "LogFiles", "ParkingCards", "Gateway", "LogProofs",
                "LogSearch", "Officials", "TransparencyLogs", "ConsultLog", "AccessRights", "Facts",
                "DevelopmentCertificates", "HTTPTransfers", "StrictYAML", "CanonicalJSON",
                argumentParser, asn1, cryptoExtras, lifecycle, logging, metrics, nioCore, nioPosix,
                nioSSL, unixSignals,
            ],
            swiftSettings: settings),

        // Tests
        tests("XMLDocumentsTests", ["TestSupport", "XMLDocuments"]),
        tests("CanonicalJSONTests", ["TestSupport", "CanonicalJSON"]),
        tests("StrictYAMLTests", ["StrictYAML"]),
        tests("DevelopmentCertificatesTests", ["TestSupport", "DevelopmentCertificates"]),
        tests("HTTPTransfersTests", ["TestSupport", "HTTPTransfers"]),
        tests("TransparencyLogsTests", ["TestSupport", "TransparencyLogs"]),
        tests("FactsTests", ["TestSupport", "Facts"]),
        tests("AccessRightsTests", ["TestSupport", "AccessRights", "Facts"]),
        tests("ZIPArchivesTests", ["ZIPArchives"]),
        tests(
            "SourceSimulatorsTests",
            [
                "TestSupport", "SourceSimulators", "Facts", "CanonicalJSON", "XMLDocuments",
                "ZIPArchives",
                httpTypes, lifecycle, logging,
            ]),
        // What the tests of several rooms use.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        // Fakes of the log's ports and the contract that they and the real ones keep.
        .target(
            name: "ConsultLogFakes", dependencies: ["ConsultLog", "AccessRights", "Facts"],
            path: "Tests/ConsultLogFakes", swiftSettings: settings),
        // Fakes of the gateway's storages and the contracts that they and the real ones keep.
        .target(
            name: "GatewayFakes", dependencies: ["Gateway", "ConsultLog", "AccessRights", "Facts"],
            path: "Tests/GatewayFakes", swiftSettings: settings),
        .target(
            name: "LogProofsFakes",
            dependencies: [
                "LogProofs", "TransparencyLogs", "ConsultLogFakes", "ConsultLog", "Facts",
            ],
            path: "Tests/LogProofsFakes", swiftSettings: settings),
        .target(
            name: "RightsFakes", dependencies: ["Gateway", "AccessRights", "Facts"],
            path: "Tests/RightsFakes", swiftSettings: settings),
        tests(
            "LogProofsTests",
            [
                "TestSupport", "LogProofs", "LogProofsFakes", "WitnessFakes", "LogFiles",
                "TransparencyLogs", "ConsultLog", "ConsultLogFakes", "AccessRights", "Facts",
                "CanonicalJSON", crypto,
            ]),
        tests(
            "ConsultLogTests",
            ["ConsultLog", "ConsultLogFakes", "AccessRights", "Facts", "CanonicalJSON", crypto]),
        tests(
            "LogSearchTests",
            [
                "TestSupport", "LogSearch", "SQLiteStorage", "ConsultLog", "ConsultLogFakes",
                "AccessRights", "Facts", "CanonicalJSON",
            ]),
        tests(
            "SQLiteStorageTests",
            [
                "TestSupport", "SQLiteStorage", "GatewayFakes", "LogProofs", "LogProofsFakes",
                "WitnessFakes", "TransparencyLogs", "ConsultLog", "ConsultLogFakes", "AccessRights",
                "Facts", grdb, "Gateway", "ParkingCards", "RightsFakes", "Officials",
                "OfficialsFakes",
            ]),
        tests(
            "KBOOpenDataTests", ["KBOOpenData", "Gateway", "ConsultLog", "Facts", "ZIPArchives"]),
        .testTarget(
            name: "ParkingCardsTests",
            dependencies: [
                "TestSupport", "ParkingCards", "SQLiteStorage", "Gateway", "ConsultLog",
                "AccessRights", "Facts", "CanonicalJSON", "StrictYAML", "XMLDocuments", grdb,
                "ConsultLogFakes", crypto,
            ],
            exclude: ["scenarios.yaml", "Letters"], swiftSettings: settings),
        tests(
            "AuthenticSourcesTests",
            [
                "TestSupport",
                "AuthenticSources", "Gateway", "ConsultLog", "Facts", "CanonicalJSON",
                "HTTPTransfers", "XMLDocuments",
            ]),
        tests(
            "GatewayTests",
            [
                "TestSupport", "Gateway", "GatewayFakes", "ConsultLog", "ConsultLogFakes",
                "AccessRights", "CanonicalJSON", "Facts", "RightsFakes", crypto, "SQLiteStorage",
            ]),
        tests(
            "HTTPFacadeTests",
            [
                "TestSupport", "HTTPFacade", "LogProofs", "LogProofsFakes", "LogSearch",
                "TransparencyLogs", "ParkingCards", "Gateway", "GatewayFakes", "ConsultLog",
                "ConsultLogFakes", "RightsFakes", "Officials", "OfficialsFakes", "AccessRights",
                "Facts", "CanonicalJSON", "StrictYAML", "DevelopmentCertificates", crypto,
                httpTypes, lifecycle, logging, metrics, nioCore,
            ]),
        tests("HouseTests", []),
        tests(
            "OfficialsTests",
            [
                "Officials", "OfficialsFakes", "ConsultLog", "ConsultLogFakes", "AccessRights",
                "Facts", crypto,
            ]),
        // Fakes of the ports of the officials, and the contract that they and the real ones keep.
        .target(
            name: "OfficialsFakes",
            dependencies: [
                "Officials", "ConsultLog", "AccessRights", "Facts", crypto, cryptoExtras,
            ],
            path: "Tests/OfficialsFakes", swiftSettings: settings),
        // What the program is put together from, from inside.
        tests(
            "OnlyOnceTests",
            [
                "onlyonce", "TestSupport", "HTTPFacade", "HTTPTransfers", "Officials",
                "OfficialsFakes", "SQLiteStorage", "SourceSimulators", "ParkingCards", "Gateway",
                "ConsultLog", "AccessRights", "Facts", "StrictYAML", "CanonicalJSON",
                "DevelopmentCertificates", argumentParser, grdb, logging,
            ]),
        // Fakes of the witness's ports and the contract that they and the real ones keep.
        .target(
            name: "WitnessFakes",
            dependencies: ["LogProofs", "TransparencyLogs", "ConsultLog", "Facts"],
            path: "Tests/WitnessFakes", swiftSettings: settings),
        // The real program, from outside.
        tests(
            "ConversationTests",
            [
                "TestSupport", "onlyonce", "SourceSimulators", "DevelopmentCertificates",
                "HTTPTransfers", "ConsultLog", "ConsultLogFakes", "SQLiteStorage", logging,
                "LogProofs", "TransparencyLogs", "WitnessFakes", "CanonicalJSON", "Facts",
            ]),
    ],
    swiftLanguageModes: [.v6]
)
