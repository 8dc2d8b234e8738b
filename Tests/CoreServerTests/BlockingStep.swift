import Foundation

/// Runs a step that blocks on a thread of its own: on two cores the tests' own threads are two, and
/// a core that waits for one of them would never answer.
func blocking<Value: Sendable>(_ step: @escaping @Sendable () throws -> Value) async throws -> Value
{
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread {
            continuation.resume(with: Result { try step() })
        }
    }
}
