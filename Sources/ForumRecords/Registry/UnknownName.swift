/// A kind or role in the database that this build has no case for.
struct UnknownName: Error, Equatable {
  let name: String

  init(_ name: String) { self.name = name }
}
