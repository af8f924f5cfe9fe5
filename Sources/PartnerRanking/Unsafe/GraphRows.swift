/// The rows of a ``CollaborationGraph`` as plain memory, for loops that follow thousands of them.
///
/// Invariant: valid inside ``CollaborationGraph/withRows(_:)`` only; `evidenceStarts` has one number more than there is
/// evidence, `organizationStarts` one more than there are organisations, and both lead into `members` and `evidence`.
@safe
struct GraphRows {
  let evidenceStarts: UnsafePointer<UInt32>
  let members: UnsafePointer<UInt32>
  let organizationStarts: UnsafePointer<UInt32>
  let evidence: UnsafePointer<UInt32>

  /// Places in ``members`` of a piece of evidence.
  @inline(__always)
  func members(of evidence: Int) -> Range<Int> {
    unsafe Range(uncheckedBounds: (Int(evidenceStarts[evidence]), Int(evidenceStarts[evidence + 1])))
  }

  /// Places in ``evidence`` of an organisation.
  @inline(__always)
  func evidence(of organization: Int) -> Range<Int> {
    unsafe Range(uncheckedBounds: (Int(organizationStarts[organization]), Int(organizationStarts[organization + 1])))
  }
}

extension CollaborationGraph {
  /// Lends the rows; does nothing where nobody is in any evidence.
  func withRows(_ body: (GraphRows) -> Void) {
    unsafe evidenceStarts.withUnsafeBufferPointer { evidenceStarts in
      unsafe memberOrganizations.withUnsafeBufferPointer { members in
        unsafe organizationStarts.withUnsafeBufferPointer { organizationStarts in
          unsafe evidence.withUnsafeBufferPointer { evidence in
            guard !members.isEmpty else { return }
            body(
              unsafe GraphRows(
                evidenceStarts: evidenceStarts.baseAddress!, members: members.baseAddress!,
                organizationStarts: organizationStarts.baseAddress!, evidence: evidence.baseAddress!))
          }
        }
      }
    }
  }
}
