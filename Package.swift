// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6 mode, strict memory safety, visible imports, no warning left standing.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "moim",
  products: [
    .executable(name: "moim", targets: ["moim"]),
    .library(name: "PartnerDiscovery", targets: ["PartnerDiscovery"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // Layer 0: C libraries, and what needs C.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),

    .target(name: "CVectorKernels"),

    // Layer 1: vocabulary, text, threads, bytes.
    .target(name: "ResearchProfiles", swiftSettings: strict),
    .target(name: "TextAnalysis", swiftSettings: strict),
    .target(name: "ParallelExecution", swiftSettings: strict),
    .target(name: "IndexStorage", dependencies: ["CZstd"], swiftSettings: strict),

    .target(name: "GlossaryFiles", resources: [.embedInCode("Glossary")], swiftSettings: strict),
    .target(name: "MappingFiles", resources: [.embedInCode("Mappings")], swiftSettings: strict),

    // Layer 2: files in, segments out; languages bridged.
    .target(
      name: "ResearchFields", dependencies: ["ResearchProfiles"], resources: [.embedInCode("Fields")],
      swiftSettings: strict),
    .target(name: "TermBridging", dependencies: ["TextAnalysis", "IndexStorage"], swiftSettings: strict),
    .target(
      name: "ProfileIngest",
      dependencies: ["CLibXML2", "CLibZip", "ResearchProfiles", "ParallelExecution", "MappingFiles"],
      swiftSettings: strict),
    .target(
      name: "SearchIndex",
      dependencies: ["TextAnalysis", "ParallelExecution", "IndexStorage"],
      swiftSettings: strict),

    .target(
      name: "EntityResolution", dependencies: ["ResearchProfiles", "TextAnalysis", "ParallelExecution"],
      swiftSettings: strict),
    .target(
      name: "CallRules",
      dependencies: ["ResearchProfiles", .product(name: "Yams", package: "Yams")],
      resources: [.embedInCode("Rules")], swiftSettings: strict),

    .target(name: "TableWriting", dependencies: ["CXLSXWriter"], swiftSettings: strict),

    // Layer 3: evidence, partners, consortia, records.
    .target(
      name: "Retrieval",
      dependencies: ["CVectorKernels", "TextAnalysis", "ParallelExecution", "SearchIndex"],
      swiftSettings: strict),
    .target(name: "PartnerRanking", dependencies: ["ResearchProfiles"], swiftSettings: strict),
    .target(name: "ConsortiumMatching", dependencies: ["CallRules", "ResearchProfiles"], swiftSettings: strict),
    .target(
      name: "ForumRecords",
      dependencies: ["ResearchProfiles", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),

    // Layer 4: the use cases.
    .target(
      name: "PartnerDiscovery",
      dependencies: [
        "ResearchProfiles", "TextAnalysis", "ParallelExecution", "IndexStorage", "ProfileIngest",
        "SearchIndex", "Retrieval", "PartnerRanking", "ForumRecords", "TermBridging", "GlossaryFiles",
        "EntityResolution", "CallRules", "ConsortiumMatching", "ResearchFields",
      ],
      resources: [.embedInCode("Tuning/shipped-policy.json")],
      swiftSettings: strict),

    // Layer 5: the forum.
    .target(
      name: "ForumDesk",
      dependencies: [
        "CallRules", "ConsortiumMatching", "ForumRecords", "ParallelExecution", "PartnerDiscovery", "PartnerRanking",
        "ProfileIngest", "ResearchFields", "ResearchProfiles", "Retrieval", "TableWriting", "TextAnalysis",
        .product(name: "Crypto", package: "swift-crypto"), .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      swiftSettings: strict),

    // Layer 6: the web.
    .target(
      name: "WebService",
      dependencies: [
        "CQREncode", "CallRules", "ConsortiumMatching", "ForumDesk", "ForumRecords", "PartnerDiscovery",
        "PartnerRanking", "ResearchFields", "ResearchProfiles", "Retrieval", "TableWriting",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "CoreMetrics", package: "swift-metrics"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      resources: [.embedInCode("Templates"), .embedInCode("Assets")], swiftSettings: strict),

    // Layer 7: the command.
    .executableTarget(
      name: "moim",
      dependencies: [
        "PartnerDiscovery", "PartnerRanking", "Retrieval", "ProfileIngest", "ResearchProfiles", "TermBridging",
        "CallRules", "ConsortiumMatching", "ForumDesk", "ForumRecords", "ResearchFields", "WebService",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // The demonstration forum, made by a program.
    .executableTarget(
      name: "forum-generator", path: "Corpus/Generator", resources: [.copy("Vocabulary")], swiftSettings: strict),
    .testTarget(name: "CorpusTests", dependencies: ["forum-generator"], swiftSettings: strict),

    // Benchmarks, always compiled.
    .target(name: "CorpusSynthesis", path: "Benchmarks/CorpusSynthesis", swiftSettings: strict),
    .executableTarget(
      name: "moim-benchmarks",
      dependencies: [
        "CorpusSynthesis", "PartnerDiscovery", "ProfileIngest", "ResearchProfiles", "Retrieval", "SearchIndex",
        "IndexStorage", "TextAnalysis", "ParallelExecution", "TermBridging", "GlossaryFiles", "CLibXML2",
        "EntityResolution", "CallRules", "ConsortiumMatching", "TableWriting",
      ],
      path: "Benchmarks/MoimBenchmarks", swiftSettings: strict),

    // Tests mirror the sources.
    .testTarget(
      name: "ResearchProfilesTests", dependencies: ["ResearchProfiles"], swiftSettings: strict),
    .testTarget(
      name: "TextAnalysisTests", dependencies: ["TextAnalysis", "TestCorpora"], swiftSettings: strict),
    .testTarget(
      name: "ParallelExecutionTests", dependencies: ["ParallelExecution"], swiftSettings: strict),
    .testTarget(name: "CallRulesTests", dependencies: ["CallRules", "ResearchProfiles"], swiftSettings: strict),
    .testTarget(
      name: "ConsortiumMatchingTests",
      dependencies: ["ConsortiumMatching", "CallRules", "ResearchProfiles", "TestCorpora"], swiftSettings: strict),
    .testTarget(name: "IndexStorageTests", dependencies: ["IndexStorage", "TestCorpora"], swiftSettings: strict),
    .testTarget(
      name: "SearchIndexTests",
      dependencies: ["SearchIndex", "TextAnalysis", "ParallelExecution", "IndexStorage", "TestCorpora"],
      swiftSettings: strict),
    .testTarget(
      name: "ResearchFieldsTests", dependencies: ["ResearchFields", "ResearchProfiles"], swiftSettings: strict),
    .testTarget(
      name: "TermBridgingTests",
      dependencies: ["TermBridging", "GlossaryFiles", "IndexStorage", "TextAnalysis", "TestCorpora"],
      swiftSettings: strict),
    .testTarget(
      name: "EntityResolutionTests",
      dependencies: ["EntityResolution", "ParallelExecution", "ResearchProfiles", "TestCorpora"],
      swiftSettings: strict),
    .testTarget(
      name: "RetrievalTests",
      dependencies: ["CVectorKernels", "Retrieval", "SearchIndex", "TextAnalysis", "ParallelExecution", "TestCorpora"],
      swiftSettings: strict),
    .target(
      name: "TestCorpora", dependencies: ["SearchIndex", "TextAnalysis", "ParallelExecution", "IndexStorage"],
      path: "Tests/TestCorpora", swiftSettings: strict),
    .testTarget(
      name: "ForumRecordsTests",
      dependencies: ["ForumRecords", "ResearchProfiles", "TestCorpora", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .testTarget(
      name: "PartnerDiscoveryTests",
      dependencies: [
        "PartnerDiscovery", "PartnerRanking", "ProfileIngest", "ParallelExecution", "ResearchProfiles",
        "TermBridging", "TestCorpora", "CallRules", "ConsortiumMatching", "ResearchFields", "SearchIndex",
        "TextAnalysis",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PartnerRankingTests", dependencies: ["PartnerRanking", "ResearchProfiles", "TestCorpora"],
      swiftSettings: strict),
    .testTarget(name: "TableWritingTests", dependencies: ["TableWriting"], swiftSettings: strict),
    .testTarget(
      name: "ForumDeskTests",
      dependencies: [
        "ForumDesk", "ForumRecords", "PartnerDiscovery", "ResearchProfiles", "ResearchFields", "TableWriting",
        "CallRules", "ConsortiumMatching", "PartnerRanking", "ProfileIngest", "TestCorpora",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "WebServiceTests",
      dependencies: [
        "WebService", "ForumDesk", "ForumRecords", "PartnerDiscovery", "ResearchProfiles", "TestCorpora",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["moim", "ForumRecords", "ResearchProfiles", "TestCorpora"],
      swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(
      name: "ProfileIngestTests", dependencies: ["ProfileIngest", "ResearchProfiles", "TestCorpora"],
      swiftSettings: strict),
  ]
)
