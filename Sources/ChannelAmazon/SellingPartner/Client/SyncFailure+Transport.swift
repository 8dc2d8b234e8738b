import HelpDesk

extension SyncFailure {
    private static let notReached = "not reached: "

    /// Whether no connection came about, so that nothing of the call has left.
    var neverLeft: Bool { errorClass == .network && message.hasPrefix(Self.notReached) }

    /// No answer came: the network's fault until somebody knows better.
    init(transport failure: TransportFailure, operation: String) {
        let words: String
        var errorClass = SyncErrorClass.network
        switch failure {
        case .timedOut: words = "no answer in time"
        case .cancelled: words = "cancelled"
        case .unreachable(let kind): words = Self.notReached + "\(PlatformText.errorWords(kind))"
        case .broken(let kind): words = "broken off: \(PlatformText.errorWords(kind))"
        case .answerTooLarge:
            words = "answer larger than allowed"
            errorClass = .schemaDrift
        }
        self.init(errorClass: errorClass, operation: operation, message: words)
    }
}
