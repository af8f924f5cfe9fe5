// swift-tools-version: 6.2
import PackageDescription

// A package of its own, because a fuzzer has no `main` and links only with -sanitize=fuzzer. It is built by `run` alone.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// What libFuzzer learns from: which edges ran, how often, and what was compared.
let coverage: [SwiftSetting] = [
  .unsafeFlags(["-sanitize-coverage=edge,indirect-calls,trace-cmp,inline-8bit-counters,pc-table"])
]

let package = Package(
  name: "fuzzing",
  targets: [
    .systemLibrary(name: "CLibXML2", path: "Targets/CLibXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CLibZip", path: "Targets/CLibZip", pkgConfig: "libzip"),
    .target(name: "ResearchProfiles", path: "Targets/ResearchProfiles", swiftSettings: strict),
    .target(name: "ParallelExecution", path: "Targets/ParallelExecution", swiftSettings: strict),
    .target(
      name: "MappingFiles", path: "Targets/MappingFiles", resources: [.embedInCode("Mappings")], swiftSettings: strict),
    .target(
      name: "ProfileIngest",
      dependencies: ["CLibXML2", "CLibZip", "ResearchProfiles", "ParallelExecution", "MappingFiles"],
      path: "Targets/ProfileIngest", swiftSettings: strict + coverage),
    .executableTarget(
      name: "Fuzzer", dependencies: ["ProfileIngest"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]),
  ])
