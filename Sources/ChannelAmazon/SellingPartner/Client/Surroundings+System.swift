import Foundation
import SwiftExtensions

extension Surroundings {
    /// The real clock, the real wait, the system's random numbers.
    package static let system = Surroundings(
        now: { Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded())) },
        sleep: { try await Task.sleep(for: $0) },
        randomNumber: { UInt64.random(in: .min ... .max) })
}
