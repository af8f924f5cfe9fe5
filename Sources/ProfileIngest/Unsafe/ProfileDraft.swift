import ResearchProfiles

/// A profile that is being filled, in memory of its own: a profile is so large that the compiler copies all its parts, and counts
/// a reference of each, wherever one is changed and handed on as a value.
///
/// Invariants: `memory` holds a profile from ``begin(_:)`` to ``take()`` and nothing otherwise. A blank profile holds empty
/// arrays and texts only, whose storage is static and not counted, so its bytes may be copied. `blank` is made once and never
/// changed.
@safe struct ProfileDraft: ~Copyable {
  private let memory: UnsafeMutablePointer<OrganizationProfile>
  private nonisolated(unsafe) static let blank: UnsafePointer<OrganizationProfile> = {
    let blank = UnsafeMutablePointer<OrganizationProfile>.allocate(capacity: 1)
    unsafe blank.initialize(to: OrganizationProfile(id: OrganizationID("")))
    return unsafe UnsafePointer(blank)
  }()

  init() { unsafe memory = UnsafeMutablePointer.allocate(capacity: 1) }

  deinit { unsafe memory.deallocate() }

  func begin(_ id: consuming OrganizationID, names: consuming LocalizedText = LocalizedText()) {
    unsafe UnsafeMutableRawPointer(memory).copyMemory(
      from: Self.blank, byteCount: MemoryLayout<OrganizationProfile>.stride)
    // Initialised, not assigned: there is nothing in a blank profile whose references were counted. (What a pointer points to is
    // stored there and nowhere else, so the addresses of its parts outlive the calls that give them.)
    let idPlace = unsafe withUnsafeMutablePointer(to: &memory.pointee.id) { unsafe $0 }
    let namesPlace = unsafe withUnsafeMutablePointer(to: &memory.pointee.names) { unsafe $0 }
    unsafe idPlace.initialize(to: id)
    unsafe namesPlace.initialize(to: names)
  }

  /// The profile, between ``begin(_:)`` and ``take()``.
  var profile: OrganizationProfile {
    _read { yield unsafe memory.pointee }
    nonmutating _modify { yield unsafe &memory.pointee }
  }

  /// Ends the profile and hands it over.
  func take() -> OrganizationProfile { unsafe memory.move() }
}
