package import SwiftExtensions

/// How lively the pretend buyers are.
package struct CrowdSettings: Sendable {
    /// Decides everything that is left to chance.
    package var seed: UInt64
    /// New inquiries an hour, averaged over a day.
    package var inquiriesPerHour: Double
    /// How many times faster than life the crowd writes and reacts.
    package var speed: Double
    /// How long a buyer takes to react to an answer.
    package var answerDelay: ClosedRange<Duration>
    /// Share of answers that a buyer reacts to.
    package var answerShare: Double
    /// Share of buyers who write again when nobody answers.
    package var reminderShare: Double
    /// Share of replies that come back undeliverable.
    package var bounceShare: Double
    /// Share of replies that Amazon confirms with a copy.
    package var confirmationShare: Double

    package init(
        seed: UInt64, inquiriesPerHour: Double = 12, speed: Double = 1,
        answerDelay: ClosedRange<Duration> = .minutes(4) ... .minutes(50),
        answerShare: Double = 0.6, reminderShare: Double = 0.35, bounceShare: Double = 0.02,
        confirmationShare: Double = 0
    ) {
        self.seed = seed
        self.inquiriesPerHour = inquiriesPerHour
        self.speed = max(0.001, speed)
        self.answerDelay = answerDelay
        self.answerShare = answerShare
        self.reminderShare = reminderShare
        self.bounceShare = bounceShare
        self.confirmationShare = confirmationShare
    }

    /// Weight of each hour of the day in UTC: buyers of all regions together are busiest in the
    /// evening of Europe and the day of America.
    static let hourWeights: [Double] = [
        1.0, 1.0, 0.9, 0.8, 0.6, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.1, 1.2, 1.1, 1.1, 1.1, 1.2, 1.3,
        1.4, 1.4, 1.3, 1.1, 0.8, 0.5,
    ]
}
