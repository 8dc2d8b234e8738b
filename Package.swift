// swift-tools-version: 6.2
// The house's floors: ARCHITECTURE.md names them and says who may import whom.

import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let argumentParser: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let toml: Target.Dependency = .product(name: "TOMLKit", package: "TOMLKit")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let httpClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let lifecycle: Target.Dependency = .product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals: Target.Dependency = .product(
    name: "UnixSignals", package: "swift-service-lifecycle")
let customDump: Target.Dependency = .product(name: "CustomDump", package: "swift-custom-dump")

func floor(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [])
    -> Target
{
    .target(
        name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [])
    -> Target
{
    .testTarget(
        name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

let systemFloor: [Target] = [
    .systemLibrary(
        name: "CNcurses", pkgConfig: "ncursesw",
        providers: [.apt(["libncurses-dev"])]),
    .target(name: "CLinuxShims"),
    .systemLibrary(
        name: "CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
    .systemLibrary(name: "CEtPan", providers: [.apt(["libetpan-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CLangID", linkerSettings: [.linkedLibrary("cld2")]),
]

let sharedFloors: [Target] = [
    floor("SwiftExtensions", ["CLinuxShims"]),
    floor("HelpDesk", ["SwiftExtensions"]),
    floor(
        "Localization", ["SwiftExtensions", "HelpDesk"], resources: [.embedInCode("Catalogues")]),
    floor("Jobs", ["SwiftExtensions"]),
    floor("Settings", ["SwiftExtensions", toml]),
    floor("Wire", ["SwiftExtensions", "HelpDesk"]),
]

let clientFloors: [Target] = [
    floor("TerminalCore", ["SwiftExtensions"]),
    floor("TerminalWidgets", ["SwiftExtensions", "TerminalCore"]),
    floor("TerminalCurses", ["CNcurses", "CLinuxShims", "SwiftExtensions", "TerminalCore"]),
    floor("CoreClient", ["CLinuxShims", "SwiftExtensions", "HelpDesk", "Wire"]),
    floor(
        "Workstation",
        [
            "SwiftExtensions", "HelpDesk", "Localization", "Wire", "TerminalCore",
            "TerminalWidgets", "TerminalCurses", "CoreClient", "CLinuxShims",
        ]),
]

let coreFloors: [Target] = [
    floor("Store", ["SwiftExtensions", "HelpDesk", "Jobs", grdb, crypto]),
    floor("Channels", ["SwiftExtensions", "HelpDesk", "Jobs"]),
    floor("ComplianceTables", [], resources: [.embedInCode("Tables")]),
    floor("Compliance", ["SwiftExtensions", "HelpDesk", "ComplianceTables", toml]),
    floor("MailKit", ["CGMime", "CEtPan", "CLinuxShims", "SwiftExtensions"]),
    floor(
        "LanguageKit", ["CLangID", "SwiftExtensions", "HelpDesk"],
        resources: [.embedInCode("Texts")]),
    floor(
        "ChannelAmazon",
        [
            "SwiftExtensions", "HelpDesk", "Jobs", "Channels", "MailKit", "LanguageKit", "CZlib",
            toml, httpClient, nioCore, nioPosix, nioHTTP1, logging, crypto,
        ], resources: [.embedInCode("Tables")]),
    floor(
        "Core",
        [
            "SwiftExtensions", "HelpDesk", "Jobs", "Settings", "Wire", "Store", "Channels",
            "Compliance", "MailKit", "LanguageKit", "ChannelAmazon", logging, lifecycle, crypto,
        ]),
    floor(
        "CoreServer",
        [
            "CLinuxShims", "SwiftExtensions", "HelpDesk", "Settings", "Wire", "Store", "Core",
            nioCore, nioPosix, logging, lifecycle,
        ]),
    floor(
        "Simulator",
        [
            "CLinuxShims", "CZlib", "SwiftExtensions", "HelpDesk", "MailKit", "Settings",
            hummingbird, nioCore, nioPosix, logging, lifecycle, toml, crypto,
        ]),
]

let programs: [Target] = [
    program(
        "deskhand",
        [
            "CLinuxShims", "SwiftExtensions", "HelpDesk", "Localization", "Settings", "Wire",
            "TerminalCore", "TerminalWidgets", "TerminalCurses", "CoreClient", "Workstation",
            argumentParser,
        ]),
    program(
        "deskhand-core",
        [
            "CLinuxShims", "SwiftExtensions", "HelpDesk", "Localization", "Settings", "Wire",
            "Store", "Channels", "Compliance", "MailKit", "LanguageKit", "ChannelAmazon", "Core",
            "CoreClient", "CoreServer", "Simulator", argumentParser, logging, lifecycle,
            unixSignals,
        ]),
]

let testFloors: [Target] = [
    .target(
        name: "MailHost", dependencies: ["CLinuxShims", "SwiftExtensions", "MailKit"],
        path: "Tests/MailHost", swiftSettings: settings),
    .target(
        name: "MailFuzz",
        dependencies: [
            "SwiftExtensions", "HelpDesk", "Channels", "ChannelAmazon", "MailKit", "TerminalCore",
        ], path: "Tests/MailFuzz", swiftSettings: settings),
    .executableTarget(
        name: "deskfuzz", dependencies: ["SwiftExtensions", "MailFuzz"], path: "Tests/deskfuzz",
        swiftSettings: settings),
    .executableTarget(
        name: "lintmodel", dependencies: ["HelpDesk", "Compliance"], path: "Tests/lintmodel",
        swiftSettings: settings),
    .target(
        name: "EventSamples", dependencies: ["SwiftExtensions", "HelpDesk", "Store"],
        path: "Tests/EventSamples", swiftSettings: settings),
    tests("SwiftExtensionsTests", ["SwiftExtensions"]),
    tests("HelpDeskTests", ["SwiftExtensions", "HelpDesk"]),
    tests("TemplateTests", ["SwiftExtensions", "HelpDesk"]),
    tests("JobsTests", ["SwiftExtensions", "Jobs", customDump]),
    tests("SettingsTests", ["SwiftExtensions", "Settings"]),
    tests("LocalizationTests", ["SwiftExtensions", "HelpDesk", "Localization"]),
    tests("WireTests", ["SwiftExtensions", "HelpDesk", "Wire"]),
    tests("TerminalCoreTests", ["TerminalCore"]),
    tests("TerminalWidgetsTests", ["TerminalCore", "TerminalWidgets"]),
    tests("TerminalCursesTests", ["CLinuxShims", "TerminalCore", "TerminalCurses"]),
    tests("CoreClientTests", ["SwiftExtensions", "HelpDesk", "Wire", "CoreClient"]),
    tests(
        "WorkstationTests",
        [
            "SwiftExtensions", "HelpDesk", "Localization", "Wire", "TerminalCore",
            "TerminalWidgets", "CoreClient", "Workstation", "EventSamples",
        ]),
    tests(
        "StoreTests",
        [
            "SwiftExtensions", "HelpDesk", "Jobs", "Store", "EventSamples", grdb, customDump,
        ]),
    tests(
        "ComplianceTests", ["Compliance", "HelpDesk"], resources: [.copy("Fixtures")]),
    tests(
        "MailKitTests", ["CLinuxShims", "SwiftExtensions", "HelpDesk", "MailKit", "MailHost"],
        resources: [.copy("Fixtures")]),
    tests("LanguageKitTests", ["LanguageKit", "HelpDesk"]),
    tests(
        "RelayTests",
        [
            "ChannelAmazon", "Channels", "MailKit", "LanguageKit", "HelpDesk", "SwiftExtensions",
            "MailFuzz",
        ], resources: [.copy("Fixtures")]),
    tests(
        "SellingPartnerTests",
        ["SwiftExtensions", "HelpDesk", "Jobs", "ChannelAmazon", "Simulator", customDump],
        resources: [.copy("Queue/queue-server.py")]),
    tests(
        "ConformanceTests", ["SwiftExtensions", "HelpDesk", "Jobs", "ChannelAmazon"],
        resources: [.copy("Fixtures")]),
    tests(
        "SimulatorTests",
        [
            "CLinuxShims", "SwiftExtensions", "HelpDesk", "MailKit", "Compliance", "Simulator",
            toml,
        ]),
    tests(
        "CoreTests",
        [
            "SwiftExtensions", "HelpDesk", "Localization", "Jobs", "Wire", "Store", "Channels",
            "Compliance",
            "MailKit", "ChannelAmazon", "Core", "Simulator", customDump,
            "Settings", grdb,
        ]),
    tests(
        "ScenarioTests",
        [
            "SwiftExtensions", "HelpDesk", "Jobs", "Wire", "Store", "MailKit", "ChannelAmazon",
            "Core", "Simulator",
        ]),
    tests(
        "DoctorTests",
        [
            "CLinuxShims", "SwiftExtensions", "HelpDesk", "Localization", "Settings", "Store",
            "MailKit", "MailHost", "ChannelAmazon", "Core", "Simulator", logging,
        ]),
    tests(
        "CoreServerTests",
        [
            "SwiftExtensions", "HelpDesk", "Wire", "Store", "CoreClient", "Core", "CoreServer",
            logging, lifecycle,
        ]),
    tests(
        "EndToEndTests",
        [
            "SwiftExtensions", "HelpDesk", "Wire", "MailKit", "Simulator", "MailHost",
            "CoreClient", "deskhand", "deskhand-core",
        ]),
    tests(
        "TerminalEndToEndTests",
        [
            "CLinuxShims", "SwiftExtensions", "HelpDesk", "MailKit", "Simulator", "deskhand",
            "deskhand-core",
        ]),
]

let package = Package(
    name: "Deskhand",
    products: [
        .executable(name: "deskhand", targets: ["deskhand"]),
        .executable(name: "deskhand-core", targets: ["deskhand-core"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.3"),
    ],
    targets: systemFloor + sharedFloors + clientFloors + coreFloors + programs + testFloors,
    cxxLanguageStandard: .cxx17
)
