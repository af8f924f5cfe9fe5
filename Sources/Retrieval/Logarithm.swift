import Glibc

/// The natural logarithm; the one function of the C library that scoring needs.
func logarithm(_ value: Double) -> Double { log(value) }
