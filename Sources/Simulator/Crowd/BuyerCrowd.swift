import HelpDesk
package import SwiftExtensions

/// Pretend buyers: what they write, and when, follows from a seed and the time alone.
///
/// A value without clock or network: advance it, and it says which mails have become due.
package struct BuyerCrowd: Sendable {
    let shops: [CrowdShop]
    let phrases: CrowdPhrases
    private let manners: CrowdManners
    var random: PretendRandom
    private var writer: RelayWriter
    /// Threads by the address that answers go to, in lower case.
    var threads: [String: CrowdThread] = [:]
    private var agenda = CrowdAgenda()

    /// A crowd that begins to write at `start`.
    package init(
        shops: [CrowdShop], phrases: CrowdPhrases, manners: CrowdManners, seed: UInt64,
        from start: Timestamp
    ) {
        self.shops = shops
        self.phrases = phrases
        self.manners = manners
        random = PretendRandom(seed: seed)
        writer = RelayWriter(random: PretendRandom(seed: seed &+ 0x5EED))
        planInquiry(after: start)
    }

    /// The crowd of the sample data; the buyers of its mails belong to it and react to answers.
    package init(world: SampleWorld, manners: CrowdManners, seed: UInt64, from start: Timestamp) {
        let shops = world.stores.map { store in
            CrowdShop(
                store: store.profile.id, address: store.profile.address ?? "",
                orders: world.orders.filter { $0.order.store == store.profile.id })
        }
        self.init(
            shops: shops, phrases: world.phrases, manners: manners, seed: seed, from: start)
        for mail in world.mails { adopt(mail) }
    }

    /// When the next mail is due; nil when nobody means to write.
    package var nextDue: Timestamp? { agenda.next?.at }

    /// Every mail due until `now`, in the order they were written.
    package mutating func speak(upTo now: Timestamp) -> [CrowdMail] {
        var mails: [CrowdMail] = []
        while let entry = agenda.take(until: now) {
            if let mail = write(entry) { mails.append(mail) }
        }
        return mails
    }

    /// Takes an answer of the desk and plans what comes of it.
    package mutating func hear(_ mail: SunkMail, at now: Timestamp) {
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
        if luck < manners.bounceShare {
            agenda.add(
                .bounce(mail, recipient: recipient), at: now + paced(0.05))
            return
        }
        if random.share() < manners.confirmationShare {
            agenda.add(
                .confirmation(mail.bodyText, key: recipient.lowercased()),
                at: now + paced(0.02))
        }
        guard random.share() < manners.reactionShare else { return }
        let delay = paced(0.3 + 1.4 * random.share())
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
        guard random.share() < manners.reminderShare else { return }
        let delay = paced(12 + 36 * random.share())
        agenda.add(.reminder(key: key, replies: replies), at: instant + delay)
    }

    private mutating func planInquiry(after instant: Timestamp) {
        let mean = manners.inquiryEvery.wholeMilliseconds
        guard mean > 0 else { return }
        let weight = CrowdManners.hourWeights[CivilTime(instant).hour]
        let wait = random.wait(mean: Double(mean) / weight)
        agenda.add(.inquiry, at: instant + wait)
    }

    /// So many times the crowd's mean time of reaction.
    private func paced(_ times: Double) -> Duration {
        .milliseconds(max(1, Int64(Double(manners.reactionAfter.wholeMilliseconds) * times)))
    }
}
