package import HelpDesk
package import SwiftExtensions

/// Pretend buyers: what they write, and when, follows from a seed and the time alone.
///
/// A value without clock or network: advance it, and it says which mails have become due.
package struct BuyerCrowd: Sendable {
    let settings: CrowdSettings
    let phrases: CrowdPhrases
    let stores: [SampleStore]
    let orders: [SimulatedOrder]
    var random: PretendRandom
    var writer: RelayWriter
    /// Threads by the address that answers go to, in lower case.
    var threads: [String: CrowdThread] = [:]
    private var agenda = CrowdAgenda()

    /// A crowd that begins to write at `start`.
    package init(world: SampleWorld, settings: CrowdSettings, start: Timestamp) {
        self.settings = settings
        phrases = world.phrases
        stores = world.stores
        orders = world.orders
        random = PretendRandom(seed: settings.seed)
        writer = RelayWriter(random: PretendRandom(seed: settings.seed &+ 0x5EED))
        for mail in world.mails { adopt(mail) }
        planInquiry(after: start)
    }

    /// When the next mail is due; nil when nobody means to write.
    package var nextDue: Timestamp? { agenda.next?.at }

    /// Every mail due until `now`, in the order they were written.
    package mutating func advance(to now: Timestamp) -> [CrowdMail] {
        var mails: [CrowdMail] = []
        while let entry = agenda.take(until: now) {
            if let mail = write(entry) { mails.append(mail) }
        }
        return mails
    }

    /// Takes an answer of the desk and plans what comes of it.
    package mutating func receive(_ mail: SunkMail, at now: Timestamp) {
        for recipient in mail.recipients {
            let key = recipient.lowercased()
            guard var thread = threads[key] else { continue }
            thread.replies += 1
            threads[key] = thread
            plan(reactionTo: mail, recipient: recipient, thread: thread, now: now)
        }
    }

    private mutating func plan(
        reactionTo mail: SunkMail, recipient: String, thread: CrowdThread, now: Timestamp
    ) {
        let luck = random.share()
        if luck < settings.bounceShare {
            agenda.add(
                .bounce(mail, recipient: recipient), at: now + scaled(.seconds(90)))
            return
        }
        if random.share() < settings.confirmationShare {
            agenda.add(
                .confirmation(mail.bodyText, key: recipient.lowercased()),
                at: now + scaled(.seconds(40)))
        }
        guard random.share() < settings.answerShare else { return }
        let delay = scaled(random.duration(in: settings.answerDelay))
        let situation = reaction(after: thread.replies)
        agenda.add(.reaction(situation, key: recipient.lowercased()), at: now + delay)
    }

    /// The longer it goes on, the likelier a buyer is done.
    private mutating func reaction(after replies: Int) -> CrowdSituation {
        let luck = random.share()
        let thanksShare = min(0.9, 0.45 + 0.2 * Double(replies))
        if luck < thanksShare { return .thanks }
        return luck < thanksShare + (1 - thanksShare) * 0.6 ? .question : .complaint
    }

    private mutating func write(_ entry: CrowdAgenda.Entry) -> CrowdMail? {
        switch entry.task {
        case .inquiry: return writeInquiry(at: entry.at)
        case .reminder(let key, let replies):
            guard let thread = threads[key], thread.replies == replies else { return nil }
            return message(.reminder, in: thread, kind: .reminder, at: entry.at)
        case .reaction(let situation, let key):
            guard let thread = threads[key] else { return nil }
            if situation != .thanks { planReminder(key, replies: thread.replies, after: entry.at) }
            return message(situation, in: thread, kind: .reaction, at: entry.at)
        case .bounce(let mail, let recipient):
            guard let thread = threads[recipient.lowercased()] else { return nil }
            return CrowdMail(
                at: entry.at, store: thread.store, kind: .bounce,
                bytes: writer.bounce(of: mail, to: recipient, at: entry.at))
        case .confirmation(let text, let key):
            guard let thread = threads[key] else { return nil }
            return CrowdMail(
                at: entry.at, store: thread.store, kind: .confirmation,
                bytes: writer.confirmation(of: text, in: thread, at: entry.at))
        }
    }

    private mutating func writeInquiry(at instant: Timestamp) -> CrowdMail? {
        planInquiry(after: instant)
        guard let (key, thread, situation) = newThread(at: instant) else { return nil }
        threads[key] = thread
        planReminder(key, replies: 0, after: instant)
        return message(situation, in: thread, kind: .inquiry, at: instant)
    }

    private mutating func message(
        _ situation: CrowdSituation, in thread: CrowdThread, kind: CrowdMail.Kind,
        at instant: Timestamp
    ) -> CrowdMail? {
        let variants = phrases.variants(situation, in: thread.language)
        guard let text = variants.randomElement(using: &random) else { return nil }
        return CrowdMail(
            at: instant, store: thread.store, kind: kind,
            bytes: writer.message(text, in: thread, at: instant))
    }

    private mutating func planReminder(_ key: String, replies: Int, after instant: Timestamp) {
        guard random.share() < settings.reminderShare else { return }
        let delay = scaled(random.duration(in: .hours(5) ... .hours(20)))
        agenda.add(.reminder(key: key, replies: replies), at: instant + delay)
    }

    private mutating func planInquiry(after instant: Timestamp) {
        let weight = CrowdSettings.hourWeights[CivilTime(instant).hour]
        let perHour = settings.inquiriesPerHour * weight * settings.speed
        guard perHour > 0 else { return }
        agenda.add(.inquiry, at: instant + random.wait(perHour: perHour))
    }

    private func scaled(_ duration: Duration) -> Duration {
        .milliseconds(max(1, Int64(Double(duration.wholeMilliseconds) / settings.speed)))
    }
}
