// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "OnlyOnce", path: "..")
    ],
    targets: [
        .executableTarget(
            name: "OnlyOnceBenchmarks",
            dependencies: [
                .product(name: "OnlyOnce", package: "OnlyOnce"),
                .product(name: "ParkingCards", package: "OnlyOnce"),
                .product(name: "BenchmarkParts", package: "OnlyOnce"),
            ],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .strictMemorySafety(),
                .treatAllWarnings(as: .error),
            ])
    ],
    swiftLanguageModes: [.v6]
)
