/// Which faults befall the mails of a pretend mail server by chance, one at most per connection.
package struct SinkFaultPlan: Sendable {
    /// Share of connections, 0 to 1, that meet a fault.
    package var share: Double
    package var faults: [MailSinkFault]
    private var random: PretendRandom

    /// The same seed gives the same faults in the order of connections.
    package init(share: Double, faults: [MailSinkFault], seed: UInt64) {
        self.share = share
        self.faults = faults
        random = PretendRandom(seed: seed)
    }

    /// Nothing goes wrong.
    package static let none = SinkFaultPlan(share: 0, faults: [], seed: 1)

    /// Refusals for now and for good, lost connections before and after the mail was taken.
    package static func everything(share: Double, seed: UInt64) -> SinkFaultPlan {
        SinkFaultPlan(
            share: share,
            faults: [
                .deferRecipient, .deferRecipient,
                .refuseRecipient(code: 550, text: "No such buyer"),
                .refuseData(code: 451), .refuseData(code: 554), .refuseLogin, .dropBeforeEnd,
                .dropAfterEnd, .slow(.milliseconds(2)),
            ], seed: seed)
    }

    /// The fault of the next connection, if any.
    package mutating func sample() -> MailSinkFault? {
        guard share > 0, Double.random(in: 0..<1, using: &random) < share else { return nil }
        return faults.randomElement(using: &random)
    }
}
