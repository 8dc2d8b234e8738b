import EventSamples
import HelpDesk
import Store
import SwiftExtensions

extension Desk {
    /// An answer that is drawn and judged, and a number that is typed in again.
    func judge(on ticket: TicketID, _ number: Int64) throws {
        let store = try read { try $0.ticket(ticket)?.store } ?? Desk.us
        try write { transaction in
            let message = try transaction.nextMessageID()
            try transaction.record(
                .messageAdded(
                    Message(
                        id: message, ticket: ticket, direction: .outbound, kind: .agentReply,
                        platformTime: now, storedAt: now, author: Desk.ann)))
            let sample = try transaction.nextQualitySample()
            try transaction.record(
                .quality(
                    .sampleDrawn(
                        QualitySample(
                            id: sample, week: "2026-03-02", message: message, ticket: ticket,
                            store: store, author: Desk.ann, repliedAt: now,
                            isDouble: number % 2 == 0, seed: UInt64(number)))))
            let words = "Well said \(number)."
            try transaction.record(
                .quality(
                    .scored(
                        QualityScore(
                            sample: sample, scorer: Desk.bo, marks: QualitySamples.marks,
                            noteDigest: digest(words)))))
            try transaction.putQualityNote(sample, Desk.bo, words)
            try transaction.record(
                .quality(
                    .amazonFigureNoted(
                        AmazonFigure(
                            store: store, day: "2026-03-08", days: 30,
                            lateRate: Double(number % 100) / 100), by: Desk.bo)))
        }
    }
}
