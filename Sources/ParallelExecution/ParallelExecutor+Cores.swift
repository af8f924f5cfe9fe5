import Glibc

extension ParallelExecutor {
  /// Processors that are online, at least 1.
  public static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
