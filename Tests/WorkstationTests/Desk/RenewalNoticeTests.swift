import HelpDesk
import SwiftExtensions
import Testing
import Wire

@testable import Workstation

/// Ends of credentials on the status line.
struct RenewalNoticeTests {
    private func bench(dueIn: Duration?, fails: Bool = false) -> Bench {
        var bench = Bench(width: 140)
        var health = SyncHealth(
            store: "nova-eu", kind: .orders, lastSuccess: Fixture.now,
            failure: fails
                ? SyncFailure(errorClass: .network, operation: "getOrder", message: "") : nil)
        if let dueIn {
            health.notices = [
                CredentialNotice(
                    subject: .clientSecret, dueAt: Fixture.now + .days(90), stage: 30),
                CredentialNotice(
                    subject: .authorisation("nova-eu"), dueAt: Fixture.now + dueIn, stage: 7),
            ]
        }
        bench.feed(.pushed(.syncChanged([health])))
        return bench
    }

    @Test func theNearestEndIsShownInDays() {
        #expect(bench(dueIn: .days(7)).text.contains("renew 7d"))
        #expect(bench(dueIn: .days(7), fails: true).text.contains("renew 7d"))
        #expect(bench(dueIn: .days(-1)).text.contains("renew now"))
    }

    @Test func nothingIsShownWithoutANotice() {
        #expect(!bench(dueIn: nil).text.contains("renew"))
    }
}
