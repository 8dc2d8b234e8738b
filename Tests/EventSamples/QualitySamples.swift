package import HelpDesk
import SwiftExtensions

/// What people judge and type in, on top of `SampleEvents`.
package enum QualitySamples {
    package static let marks = QualityMarks(
        accuracy: .met, completeness: .partly, policy: .missed, language: .met, timeliness: .met)

    package static let all: [DeskEvent] = [
        .quality(
            .sampleDrawn(
                QualitySample(
                    id: 1, week: "2026-03-02", message: MessageID(1), ticket: TicketID(1),
                    store: Desk.us, author: Desk.ann, repliedAt: SampleEvents.time,
                    isDouble: true, seed: .max))),
        .quality(
            .scored(
                QualityScore(sample: 1, scorer: Desk.bo, marks: marks, noteDigest: nil))),
        .quality(
            .amazonFigureNoted(
                AmazonFigure(store: Desk.us, day: "2026-03-08", days: 30, lateRate: 0.125),
                by: Desk.bo)),
    ]
}
