import HelpDesk
import MailKit
import Simulator
import Store

/// Every answer reached the mail host exactly once, or the desk knows why not.
struct ReplyProof {
    let world: ScenarioDesk
    let answers: [String: OutboxID]

    struct Result {
        var problems: [String] = []
        var states: [OutboxState: Int] = [:]
        /// Answers of which the desk says that it cannot know, and how many of them arrived.
        var unknown = 0
        var unknownArrived = 0
    }

    func check() async throws -> Result {
        var result = Result()
        var arrived: [String: Int] = [:]
        for mail in world.sink.mails {
            for mark in Set(Marks.all("R", in: ParsedMail(parsing: mail.bytes).bestText)) {
                arrived[mark, default: 0] += 1
            }
        }
        for (mark, id) in answers.sorted(by: { $0.key < $1.key }) {
            let item = try await world.database.read { try $0.outboxItem(id) }
            guard let state = item?.state else {
                result.problems.append("\(mark): the outbox has lost it")
                continue
            }
            let count = arrived[mark, default: 0]
            result.states[state, default: 0] += 1
            if !Self.allowed(state).contains(count) {
                result.problems.append("\(mark): \(state.rawValue), arrived \(count) times")
            }
            if state == .unknown {
                result.unknown += 1
                result.unknownArrived += count
            }
        }
        for mark in Set(arrived.keys).subtracting(answers.keys).sorted() {
            result.problems.append("\(mark): arrived, but nobody wrote it")
        }
        return result
    }

    /// How often an answer in a state may have arrived; nothing may be left half done.
    private static func allowed(_ state: OutboxState) -> ClosedRange<Int> {
        switch state {
        case .accepted, .confirmed, .bounced: 1...1
        case .unknown: 0...1
        case .failed, .withdrawn: 0...0
        case .held, .queued, .sending: -1...(-1)
        }
    }
}
