// swift-tools-version: 6.2
import PackageDescription

// An async function runs where its caller does, so that a program of one page needs no thread.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .strictMemorySafety(),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
    name: "masthead",
    products: [
        .library(name: "Masthead", targets: ["Masthead"]),
        .executable(name: "masthead", targets: ["MastheadCommand"]),
    ],
    targets: [
        // Raw bytes to paragraphs; knows nothing of labels.
        .target(name: "PageText", swiftSettings: [.swiftLanguageMode(.v6)]),
        // Counts, smoothing, log-likelihoods, evidence, calibration; knows nothing of text.
        .target(name: "NaiveBayes", swiftSettings: strict),
        // Option tables, and the parser, help, manual and completions read off them.
        .target(name: "CommandLineKit", swiftSettings: strict),
        // The bytes of Models/default.masthead, embedded by the C compiler.
        .target(name: "DefaultModel", path: "Models", exclude: [], sources: ["model.c"]),
        .target(
            name: "Masthead", dependencies: ["PageText", "NaiveBayes", "DefaultModel"],
            swiftSettings: strict),
        .executableTarget(
            name: "MastheadCommand", dependencies: ["Masthead", "PageText", "CommandLineKit"],
            swiftSettings: strict),
        .testTarget(name: "PageTextTests", dependencies: ["PageText"], swiftSettings: strict),
        .testTarget(name: "NaiveBayesTests", dependencies: ["NaiveBayes"], swiftSettings: strict),
        .testTarget(
            name: "MastheadTests", dependencies: ["Masthead", "NaiveBayes", "PageText"],
            exclude: ["GoldenPages"],
            swiftSettings: strict),
        .testTarget(
            name: "CommandLineKitTests", dependencies: ["CommandLineKit"], swiftSettings: strict),
        .testTarget(
            name: "MastheadCommandTests", dependencies: ["MastheadCommand", "Masthead"],
            swiftSettings: strict),
    ],
    cLanguageStandard: .c2x
)
