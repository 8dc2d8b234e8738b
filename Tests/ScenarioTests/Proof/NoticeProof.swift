import HelpDesk
import Store

/// Every claim that the platform told of is known, once.
struct NoticeProof {
    let world: ScenarioDesk
    let script: MailScript

    func differences() async throws -> [String] {
        let mails = try await world.database.read { try $0.rawMailCounts() }
        let notices = mails[.notice, default: 0]
        var problems: [String] = []
        if notices != script.claims.count {
            problems.append("\(notices) notices for \(script.claims.count) claims")
        }
        for outcome in [IntakeOutcome.unparsed, .quarantined, .stored] {
            if let count = mails[outcome], count > 0 {
                problems.append("\(count) mails are \(outcome.rawValue)")
            }
        }
        if mails[.duplicate, default: 0] != script.copies {
            problems.append("\(mails[.duplicate, default: 0]) copies for \(script.copies)")
        }
        return problems
    }
}
