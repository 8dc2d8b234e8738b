import HelpDesk
import Jobs
import Simulator
import SwiftExtensions

/// Lets some answers come back hours after the mail host took them.
struct BounceMaker {
    private var heard = 0
    private var waiting: [PostedMail] = []
    private var random: SeededRandom
    private(set) var count = 0

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    /// Looks at what the mail host took since the last time.
    mutating func hear(_ sink: MailSink, _ stores: [ScenarioStore], at now: Timestamp) {
        let mails = sink.mails
        for mail in mails[heard...] where Int.random(in: 0..<50, using: &random) == 0 {
            guard let store = stores.firstIndex(where: { $0.address == mail.sender }),
                let id = mail.header("message-id"), let recipient = mail.recipients.first
            else { continue }
            let at = now + .minutes(Int64.random(in: 20...300, using: &random))
            let bytes = DeliveryReport.mail(
                of: String(id.drop { $0 == "<" }.prefix { $0 != ">" }), to: recipient,
                from: mail.sender, at: at)
            waiting.append(PostedMail(arrivesAt: at, store: store, bytes: bytes))
            count += 1
        }
        heard = mails.count
    }

    /// Reports that arrive by `now`.
    mutating func due(_ now: Timestamp) -> [PostedMail] {
        defer { waiting.removeAll { $0.arrivesAt <= now } }
        return waiting.filter { $0.arrivesAt <= now }
    }
}
