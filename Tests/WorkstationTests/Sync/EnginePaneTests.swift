import HelpDesk
import SwiftExtensions
import TerminalCore
import Testing
import Wire

@testable import Workstation

/// The panes of the engine as state, update and effects.
struct EnginePaneTests {
    private func bench(_ keys: String, _ me: Principal = Fixture.supervisor) -> Bench {
        var bench = Bench(width: 120, height: 40, me: me)
        bench.press(keys)
        return bench
    }

    @Test func theGridShowsWhatIsWrongAndTheRemedy() {
        let bench = bench("g s")
        #expect(bench.text.contains("x stopped"))
        #expect(bench.text.contains("blind 47 min; usual arrivals in that span 3.1"))
        #expect(bench.text.contains("-> Check its password and folder"))
        #expect(bench.text.contains("Jobs 2"))
    }

    @Test func tabGoesThroughThePanesWithoutPilingThemUp() {
        var bench = bench("g s")
        var seen: [Layer] = []
        for _ in EnginePane.layers {
            bench.press("tab")
            seen.append(bench.model.layer)
            #expect(bench.model.layers.count == 2)
        }
        #expect(seen == [.syncLog, .jobs, .drift, .quarantine, .checks, .sync])
        bench.press("backtab q")
        #expect(bench.model.layer == .inbox)
    }

    @Test func aLineOfTheGridLeadsToItsLog() {
        var bench = bench("g s")
        bench.forgetEffects()
        bench.press("enter")
        #expect(bench.model.layer == .syncLog)
        var filter = SyncLogFilter()
        filter.store = "kumo-jp"
        #expect(bench.calls.contains(.engine(.log(filter, before: nil))))
    }

    @Test func theLogIsNarrowedByWordsInAnyOrder() {
        var bench = bench("g l /")
        bench.type("throttled nova-eu failed getOrder")
        bench.forgetEffects()
        bench.press("enter")
        var filter = SyncLogFilter()
        filter.store = "nova-eu"
        filter.operation = "getOrder"
        filter.errorClass = .throttled
        filter.onlyFailures = true
        #expect(bench.calls == [.engine(.log(filter, before: nil))])
        #expect(bench.text.contains("filter: nova-eu getOrder throttled failed"))
    }

    @Test func theEndOfTheLogAsksForOlderEntriesOnce() {
        var bench = bench("g l")
        #expect(bench.model.engine.log.items.count == 20)
        bench.forgetEffects()
        bench.press("G")
        #expect(
            bench.calls == [
                .engine(.log(SyncLogFilter(), before: EngineFixture.log[19].id))
            ])
        #expect(bench.model.engine.log.items.map(\.id) == EngineFixture.log.map(\.id))
        bench.forgetEffects()
        bench.press("G")
        #expect(bench.calls.isEmpty)
    }

    @Test func aRequestIdIsCopied() {
        var bench = bench("g l")
        bench.forgetEffects()
        bench.press("y")
        #expect(bench.effects == [.copy("6f0b2c1e-0000-4000-8000-000000000010")])
    }

    @Test func aDeadJobRunsAgainAfterAQuestion() {
        var bench = bench("g j R")
        #expect(bench.text.contains("Run this job again?"))
        bench.forgetEffects()
        bench.press("enter")
        #expect(bench.calls.isEmpty, "enter is the safe answer")
        bench.press("R y")
        #expect(bench.calls.first == .engine(.retry(JobID(812))))
        #expect(bench.text.contains("Job 812 runs again."))
    }

    @Test func aJobOfUnknownOutcomeIsNotRepeated() {
        var bench = bench("g j j")
        bench.forgetEffects()
        bench.press("R")
        #expect(bench.model.popups.isEmpty)
        #expect(bench.calls.isEmpty)
        #expect(bench.text.contains("cannot be run again"))
    }

    @Test func droppingNeedsAReason() {
        var bench = bench("g j X enter")
        #expect(bench.model.popups.count == 1, "an empty reason is none")
        bench.type("order was cancelled")
        bench.forgetEffects()
        bench.press("enter")
        #expect(bench.calls.first == .engine(.drop(JobID(812), reason: "order was cancelled")))
    }

    @Test func agentsLookAndDoNotAct() {
        var bench = bench("g j", Fixture.me)
        bench.forgetEffects()
        bench.press("R X")
        #expect(bench.calls.isEmpty)
        #expect(bench.model.popups.isEmpty)
        bench.press("g d")
        #expect(!bench.calls.contains(.engine(.driftRecord(DriftID(5)))))
        bench.press("g q")
        #expect(!bench.calls.contains(.engine(.quarantine(includesReleased: false))))
        #expect(bench.text.contains("Only a supervisor may do this."))
    }

    @Test func aRecordStandsBesideWhatWasRead() {
        let wide = bench("g d")
        #expect(wide.model.engine.driftRecord?.record.id == DriftID(5))
        let row = wide.screen.textRows.first { $0.contains("as it came") } ?? ""
        #expect(row.contains("305-7714402-1187543"))
        var narrow = Bench(width: 80, height: 24, me: Fixture.supervisor)
        narrow.press("g d enter")
        let rows = narrow.screen.textRows
        let parsed = rows.firstIndex { $0.contains("as it was read") } ?? 0
        let raw = rows.firstIndex { $0.contains("as it came") } ?? 0
        #expect(parsed > 0 && raw > parsed, "one above the other at 80 columns")
    }

    @Test func allOpenRecordsAreReadAgain() {
        var bench = bench("g d A y")
        #expect(bench.calls.contains(.engine(.rerun(nil))))
        #expect(bench.text.contains("1 of 1 records could be read."))
        bench.press("R y")
        #expect(bench.calls.contains(.engine(.rerun(DriftID(5)))))
    }

    @Test func aMailIsTakenInWithReasonAndConfirmation() {
        var bench = bench("g q A")
        bench.type("buyer confirmed by phone")
        bench.press("enter")
        #expect(bench.text.contains("Take this mail in?"))
        #expect(bench.text.contains("amaz0n-pay.example"))
        bench.forgetEffects()
        bench.press("y")
        #expect(
            bench.calls.first
                == .engine(
                    .release(RawMailID(91), store: nil, reason: "buyer confirmed by phone")))
        #expect(bench.text.contains("Taken in as #48900."))
    }

    @Test func aMailOfNoStoreNeedsOne() {
        var bench = bench("g q j A")
        #expect(bench.text.contains("Which store is it for?"))
        bench.type("nova-us")
        bench.press("enter")
        bench.type("known buyer")
        bench.press("enter y")
        #expect(
            bench.calls.contains(
                .engine(.release(RawMailID(88), store: "nova-us", reason: "known buyer"))))
    }

    @Test func whatAMailSaysReachesTheScreenClean() {
        let bench = bench("g q enter")
        #expect(bench.text.contains("bitte öffnen Sie den Anhang"))
        let scalars = bench.text.unicodeScalars
        #expect(!scalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    }

    @Test func aSpotCheckIsRecorded() {
        var bench = bench("g c -", Fixture.me)
        bench.press("enter")
        #expect(bench.model.popups.count == 1, "what is missing must be said")
        bench.type("4 one at 09:12")
        bench.press("enter")
        #expect(
            bench.calls.contains(
                .engine(.record(SpotCheckID(31), .missing, count: 4, note: "one at 09:12"))))
        bench.forgetEffects()
        bench.press("j =")
        #expect(bench.model.popups.isEmpty, "the first record stands")
    }

    @Test func aClickSelectsAndTheNextOneShows() {
        var bench = bench("g j")
        let point = Point(x: 10, y: EngineLayout(bench.model).list.y + 2)
        bench.feed(.pressed(.mouse(MouseEvent(.click, at: point))))
        #expect(bench.model.engine.jobs.selected?.id == JobID(790))
        #expect(!bench.model.engine.isOpen)
        bench.feed(.pressed(.mouse(MouseEvent(.click, at: point))))
        #expect(bench.model.engine.isOpen)
    }

    @Test func newsAreFetchedSoonAndOnce() {
        var bench = bench("g j")
        bench.forgetEffects()
        for _ in 0..<10 { bench.feed(.pushed(.engineChanged(EngineNews([.jobs, .overview])))) }
        #expect(bench.calls.isEmpty)
        bench.pass(.milliseconds(600))
        let lists = bench.calls.count { $0 == .engine(.jobs(includesDone: false)) }
        #expect(lists == 1)
    }

    @Test func newsOfAPaneThatIsNotShownAreLeftAlone() {
        var bench = bench("")
        bench.forgetEffects()
        bench.feed(.pushed(.engineChanged(EngineNews(Set(EngineNews.Part.allCases)))))
        bench.pass(.seconds(1))
        #expect(bench.calls.isEmpty)
    }

    @Test func aLogThatIsBeingReadStaysAsItIs() {
        var bench = bench("g l j j")
        bench.forgetEffects()
        bench.feed(.pushed(.engineChanged(EngineNews([.log]))))
        bench.pass(.milliseconds(600))
        #expect(bench.calls == [.engine(.overview)])
    }

    @Test func theTopOfTheLogFollowsIt() {
        var bench = bench("g l")
        bench.answersCalls = false
        let newer = SyncLogEntry(
            id: SyncLogID(1001), at: Fixture.now, store: "nova-eu", operation: "getOrder",
            status: 200, errorClass: nil, durationMilliseconds: 9, requestID: nil, byteCount: 2)
        let page = ListSyncLog.Reply(entries: [newer] + EngineFixture.log, hasMore: false)
        let call = EngineCall.log(SyncLogFilter(), before: nil)
        bench.feed(.answered(.engine(call), .engine(.log(page))))
        #expect(bench.model.engine.log.selected?.id == SyncLogID(1001))
        bench.press("j")
        bench.feed(.answered(.engine(call), .engine(.log(page))))
        #expect(bench.model.engine.log.selected?.id == SyncLogID(1000))
    }

    @Test func budgetsRefillWhileOneLooks() {
        var bench = Bench(width: 200, height: 50, me: Fixture.supervisor)
        bench.press("g s")
        #expect(bench.text.contains("27/30"))
        bench.answersCalls = false
        bench.pass(.seconds(4))
        #expect(bench.text.contains("29/30"))
    }

    @Test func theStoreOfTheLineHasItsBudgetsFirst() throws {
        var bench = Bench(width: 200, height: 50, me: Fixture.supervisor)
        bench.press("g s")
        let before = try #require(bench.text.firstRange(of: "na · requests left"))
        let other = try #require(bench.text.firstRange(of: "eu · requests left"))
        #expect(other.lowerBound < before.lowerBound)
        bench.press("j j j j")
        let after = try #require(bench.text.firstRange(of: "na · requests left"))
        let second = try #require(bench.text.firstRange(of: "eu · requests left"))
        #expect(after.lowerBound < second.lowerBound)
    }

    @Test func barsDoWithoutBlocks() {
        var bench = Bench(width: 200, height: 50, me: Fixture.supervisor)
        bench.model.rules = TextRules(prefersAsciiBorders: true)
        bench.press("g s")
        #expect(bench.text.contains("#########"))
        #expect(!bench.text.contains("█"))
    }

    @Test func blindStoresMarkTheirTimers() {
        var bench = Bench(width: 80)
        #expect(!bench.text.contains("~"))
        var health = Fixture.health[0]
        health.blindSince = Fixture.now - .minutes(20)
        bench.feed(.pushed(.syncChanged([health])))
        #expect(bench.text.contains("~0:51"))
        #expect(!bench.text.contains("~3:04"), "another store sees")
        bench.press("j enter")
        #expect(bench.text.contains("~0:5"))
    }

    @Test func aCoreThatKnowsNoOverviewStillShowsHealth() {
        var bench = Bench(width: 120, height: 40, connects: false)
        bench.refusal = { call in
            if case .engine = call { DeskError(.unknownMethod) } else { nil }
        }
        bench.feed(.connected(Fixture.hello()))
        bench.press("g s")
        #expect(bench.text.contains("kumo-jp"))
        #expect(bench.text.contains("slow down"))
    }
}
