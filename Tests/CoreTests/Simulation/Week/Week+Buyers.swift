import Core
import HelpDesk
import SwiftExtensions
import Testing

/// What buyers and the platform send into the mailboxes.
struct Buyers {
    /// Mails of buyers, each to become one message.
    var questions = 0
    var copies = 0
    var forged = 0
    /// Copies of answers to nobody whom the desk knew then.
    var strays = 0
}

extension Week {
    private static let texts = [
        "Wo ist mein Paket?", "Ich brauche eine Rechnung mit Umsatzsteuer.",
        "Das Kabel ist kaputt angekommen.", "Danke!", "Wie schalte ich die Lampe ein?",
        "Ich möchte das zurückgeben.",
    ]

    mutating func buyerWrites() async throws {
        let now = world.clock.now
        let isAmerican = one(in: 3)
        let number = Int.random(in: 0..<60, using: &random)
        var mails = RelayMails(
            alias: "buyer\(number)of\(isAmerican ? "us" : "eu")abcd", name: "Buyer Number\(number)",
            order: one(in: 4) ? nil : "305-\(1_000_000 + number)-1234567")
        if isAmerican {
            mails.to = "us@desk.example"
            mails.marketplace = "ATVPDKIKX0DER"
            mails.domain = "amazon.com"
        }
        buyers.questions += 1
        mails.messageID = "q\(buyers.questions).\(now.milliseconds)"
        // The provider is slow now and then, and sometimes so slow that the deadline has passed.
        let delay: Duration = one(in: 12) ? .hours(one(in: 4) ? 26 : 3) : .seconds(40)
        let text = "\(pick(Self.texts)) (\(buyers.questions))"
        var bytes = mails.buyer(text, at: now - delay)
        if one(in: 15) { bytes = mails.unreadable(text, at: now - delay) }
        var batch = [bytes]
        if one(in: 8) {
            buyers.copies += 1
            batch.append(bytes)
        }
        if !isAmerican, one(in: 15) { batch.append(mails.claim(at: now)) }
        if !isAmerican, one(in: 20) {
            buyers.forged += 1
            mails.messageID = nil
            batch.append(mails.lookAlike(at: now - .milliseconds(Int64(buyers.forged))))
        }
        try await deliver(batch, toAmerica: isAmerican)
    }

    /// Puts mails into a mailbox and lets the desk fetch them; what a failed commit left there is
    /// fetched again.
    mutating func deliver(_ mails: [[UInt8]], toAmerica isAmerican: Bool = false) async throws {
        let mark = "\(buyers.questions).\(done["delivery", default: 0])"
        done["delivery", default: 0] += 1
        let fetched = mails.enumerated().map {
            FetchedMail(origin: "o\(mark).\($0.offset)", bytes: $0.element)
        }
        let feed = isAmerican ? world.usFeed : world.feed
        feed.put(.mails(fetched, cursor: "{\"at\":\"\(mark)\"}"), .caughtUp)
        for _ in 0..<3 {
            do {
                try await world.desk.syncOnce(mailbox: isAmerican ? "desk-us" : "desk-eu")
                return
            } catch is CommitFault.Refusal {
                done["failed commit", default: 0] += 1
            } catch let error as DeskError where error.code == .mailboxUnreachable {
                done["failed commit", default: 0] += 1
            }
        }
        Issue.record("The mailbox is never emptied.")
    }
}
