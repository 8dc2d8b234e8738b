// swift-tools-version: 6.2
// Measures the built programs from outside, as a person at a terminal would meet them. Apart from
// the package proper, so that a build or a test of that never waits for measurements.

import PackageDescription

let package = Package(
    name: "Benchmarks",
    targets: [
        .executableTarget(
            name: "deskbench",
            swiftSettings: [
                .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
                .treatAllWarnings(as: .error),
            ])
    ]
)
