import HelpDesk

extension Detector {
    /// REV-06: another request for a review on an order that had one already.
    static let reviewReminders = Detector(name: "review reminders") { input, hits, meter in
        guard input.context.earlierReviewRequests > 0 else { return [] }
        meter.count(hits.count)
        let requests = hits.filter { requestRules.contains($0.rule.code) }
        return requests.map { Hit(.reviewReminder, $0.origin) }
    }

    /// ORD-04: a message that comes too late, or one that the buyer did not want.
    static let unwelcome = Detector(name: "unwelcome messages") { input, hits, meter in
        let context = input.context
        guard context.messageKind == .proactive else { return [] }
        meter.count(hits.count)
        let isLate = (context.daysSinceCompletion ?? 0) > lastDay
        // What the order needs may be said to a buyer who opted out (compliance section 1.1).
        let isNeeded = !hits.contains { hit in
            ["REV", "MKT", "STA"].contains { hit.rule.code.hasPrefix($0) }
        }
        return isLate || (context.hasOptedOut && !isNeeded) ? [Hit(.notWelcome, 0..<0)] : []
    }

    /// Days after an order's completion in which a seller may start a conversation.
    private static let lastDay = 30
    private static let requestRules: Set<String> = ["REV-02", "REV-03", "REV-07"]
}
