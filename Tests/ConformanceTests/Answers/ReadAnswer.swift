import ChannelAmazon
import HelpDesk

/// How the client took an answer.
enum Outcome: Equatable {
    case read(Reading)
    case failed(SyncErrorClass)
    /// Nobody knows whether the call took effect.
    case unknown(SyncErrorClass)

    /// Whether nothing went wrong silently: the record was set aside, or the call failed as drift.
    func noticesDrift(beyond usual: Reading) -> Bool {
        switch self {
        case .read(let reading):
            reading.setAside > usual.setAside || reading.unknown > usual.unknown
        case .failed(let errorClass), .unknown(let errorClass): errorClass == .schemaDrift
        }
    }
}

/// Thrown for a call that may or may not have taken effect.
struct UnknownOutcome: Error {
    var errorClass: SyncErrorClass
}

extension ClientOperation {
    /// Makes the call of a case, or a sample of the operation, against one answer; nil is an answer
    /// without a body.
    func outcome(
        of answer: Json?, status: Int, _ call: Call
    ) async throws -> (Outcome, ConformanceDesk) {
        let desk = try ConformanceDesk(answer: answer, status: status)
        do {
            return (.read(try await call(desk)), desk)
        } catch let failure as SyncFailure {
            return (.failed(failure.errorClass), desk)
        } catch let outcome as UnknownOutcome {
            return (.unknown(outcome.errorClass), desk)
        }
    }
}
