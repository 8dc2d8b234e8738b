import HelpDesk

extension SyncFailure {
    /// No answer came: the network's fault until somebody knows better.
    init(transport failure: TransportFailure, operation: String) {
        let words: String
        var errorClass = SyncErrorClass.network
        switch failure {
        case .timedOut: words = "no answer in time"
        case .cancelled: words = "cancelled"
        case .unreachable(let kind): words = "not reached: \(PlatformText.errorWords(kind))"
        case .broken(let kind): words = "broken off: \(PlatformText.errorWords(kind))"
        case .answerTooLarge:
            words = "answer larger than allowed"
            errorClass = .schemaDrift
        }
        self.init(errorClass: errorClass, operation: operation, message: words)
    }
}
