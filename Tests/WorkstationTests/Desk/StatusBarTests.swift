import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Testing
import Wire

@testable import Workstation

/// What the status line keeps however narrow the screen is.
struct StatusBarTests {
    private func bench(_ width: Int, _ language: InterfaceLanguage) -> Bench {
        var bench = Bench(width: width, language: language, me: Fixture.supervisor)
        var hello = Fixture.hello(Fixture.supervisor)
        hello.isRehearsal = true
        bench.feed(.connected(hello))
        bench.settle()
        var counts = Fixture.counts
        (counts.owed, counts.late, counts.soon) = (1037, 104, 56)
        (counts.problems, counts.cases, counts.restricted, counts.review) = (12, 17, 1, 3)
        bench.feed(.pushed(.countsChanged(counts)))
        var failing = SyncHealth(
            store: "nova-eu", kind: .orders, lastSuccess: Fixture.now,
            failure: SyncFailure(errorClass: .network, operation: "getOrder", message: ""))
        failing.notices = [
            CredentialNotice(
                subject: .authorisation("nova-eu"), dueAt: Fixture.now + .days(7), stage: 7)
        ]
        bench.feed(.pushed(.syncChanged([failing])))
        return bench
    }

    @Test(arguments: [60, 80, 90, 100, 120, 140, 160, 200, 240])
    func troubleNeverMakesRoomForAnything(_ width: Int) {
        let row = bench(width, .english).screen.textRows[0]
        for word in ["REHEARSAL", "restr", "sync", "!2", "renew", "7d", "104", "12"] {
            #expect(row.contains(word), "\(width): \(row)")
        }
        let chinese = bench(width, .simplifiedChinese).screen.textRows[0]
        for word in ["演练", "受限", "同步", "!2", "续期", "104", "12"] {
            #expect(chinese.contains(word), "\(width): \(chinese)")
        }
    }

    @Test func eightyColumnsHaveMarksForAllThatWaits() {
        let row = bench(80, .english).screen.textRows[0]
        #expect(row.contains("x12 c17 ?3 !!104 !56 1037"))
        #expect(row.contains("restr.1"))
    }

    @Test func wordsStayWhereThereIsRoom() {
        let row = bench(240, .english).screen.textRows[0]
        #expect(row.contains("1 stores restricted"))
        #expect(row.contains("17 cases"))
        #expect(row.contains("104 late"))
        #expect(row.contains("Tom"))
    }

    @Test func aBlindStoreIsSaidToo() {
        var bench = Bench()
        var health = Fixture.health[0]
        health.blindSince = Fixture.now - .hours(1)
        bench.feed(.answered(.showSync, .sync([health])))
        #expect(bench.screen.textRows[0].contains("sync ~1"))
    }
}
