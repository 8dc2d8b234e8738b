import HelpDesk
import Store
import Synchronization

/// The wordings of replies that left. A reply never changes, so each is taken apart once.
final class WordingShelf: Sendable {
    /// About three thousand bytes each.
    private static let capacity = 4000

    private let shelf = Mutex<[MessageID: ReplyWording]>([:])

    func wording(of reply: SentText) -> ReplyWording {
        if let known = shelf.withLock({ $0[reply.message] }) { return known }
        let wording = ReplyWording(reply.text)
        shelf.withLock { shelf in
            if shelf.count >= Self.capacity { shelf.removeAll() }
            shelf[reply.message] = wording
        }
        return wording
    }
}
