import HelpDesk
import Jobs
import SwiftExtensions
import Testing

@testable import Store

/// The record is hashed over these bytes: a byte of difference would be another record.
@Suite struct EventTextTests {
    @Test func whatIsWrittenByHandIsWhatTheEncoderWrites() throws {
        var random = SeededRandom(seed: 20)
        var quick = 0
        for _ in 0..<400 {
            let warned = DeskEvent.clock(.warned(Self.warning(&random)))
            let breached = DeskEvent.clock(.breached(Self.breach(&random)))
            for event in [warned, breached] {
                #expect(try EventText.of(event) == JSONText.text(event))
                quick += EventText.quick(event) == nil ? 0 : 1
            }
        }
        // Half of the names are plain: each way is gone.
        #expect(quick > 250 && quick < 550)
    }

    @Test func theBytesOfABreach() throws {
        let breach = ClockBreach(
            key: ClockKey(.debt(DebtID(7)), .platform), ticket: TicketID(3), store: "nova-eu",
            dueAt: Timestamp(seconds: 2), noticedAt: Timestamp(seconds: 3), cause: .late,
            owner: PersonID(5), skipped: [.fraction(90), .lead(30)],
            audience: WarningAudience(people: [PersonID(5)], rung: .owner, isOnPane: true),
            nextAt: nil)
        let text = """
            {"clock":{"_0":{"breached":{"_0":{"audience":{"isOnPane":true,"people":[5],\
            "rung":"owner"},"cause":"late","dueAt":2000,"key":{"kind":"platform","subject":"debt/7"},\
            "noticedAt":3000,"owner":5,"skipped":["f90","l30"],"store":"nova-eu","ticket":3}}}}}
            """
        #expect(try EventText.of(.clock(.breached(breach))) == text)
    }

    @Test func otherEventsGoTheUsualWay() throws {
        let event = DeskEvent.clock(.noticesRead(PersonID(1), [TicketID(2)]))
        #expect(EventText.quick(event) == nil)
        #expect(try EventText.of(event) == JSONText.text(event))
    }

    private static func warning(_ random: inout SeededRandom) -> ClockWarning {
        ClockWarning(
            key: key(&random), ticket: TicketID(number(&random)), store: store(&random),
            threshold: threshold(&random), due: instant(&random), skipped: skipped(&random),
            audience: audience(&random), nextAt: maybe(instant(&random), &random))
    }

    private static func breach(_ random: inout SeededRandom) -> ClockBreach {
        ClockBreach(
            key: key(&random), ticket: TicketID(number(&random)), store: store(&random),
            dueAt: instant(&random), noticedAt: instant(&random),
            cause: Bool.random(using: &random) ? .late : .channel,
            owner: maybe(PersonID(number(&random)), &random), skipped: skipped(&random),
            audience: audience(&random), nextAt: maybe(instant(&random), &random))
    }

    private static func maybe<Value>(_ value: Value, _ random: inout SeededRandom) -> Value? {
        Bool.random(using: &random) ? value : nil
    }

    private static func number(_ random: inout SeededRandom) -> Int64 {
        Bool.random(using: &random) ? Int64.random(in: 1...99, using: &random) : .max
    }

    private static func instant(_ random: inout SeededRandom) -> Timestamp {
        Timestamp(
            milliseconds: Int64.random(in: -5_000_000_000...4_000_000_000_000, using: &random))
    }

    private static func key(_ random: inout SeededRandom) -> ClockKey {
        let id = number(&random)
        let subjects = [
            ClockSubject.debt(DebtID(id)), .hold(TicketID(id)), .deskCase(CaseID(id)),
        ]
        return ClockKey(
            subjects.randomElement(using: &random) ?? subjects[0],
            ClockKind.allCases.randomElement(using: &random) ?? .platform)
    }

    /// A store is named by whoever writes the settings.
    private static func store(_ random: inout SeededRandom) -> StoreID {
        let names: [StoreID] = [
            "nova-eu", "a/b", "x y~", "nova-eu", "us1", "de_2", "quoted\"", "back\\slash",
            "tab\tbell\u{7}", "del\u{7F}", "店铺", "e\u{301}\u{2028}",
        ]
        return names.randomElement(using: &random) ?? "nova-eu"
    }

    private static func threshold(_ random: inout SeededRandom) -> ClockThreshold {
        let number = Int.random(in: 1...400, using: &random)
        let all: [ClockThreshold] = [.fraction(number), .lead(number), .breach, .again(number)]
        return all.randomElement(using: &random) ?? .breach
    }

    private static func skipped(_ random: inout SeededRandom) -> [ClockThreshold] {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in threshold(&random) }
    }

    private static func audience(_ random: inout SeededRandom) -> WarningAudience {
        WarningAudience(
            people: (0..<Int.random(in: 0...3, using: &random)).map { _ in
                PersonID(number(&random))
            },
            rung: WarningAudience.Rung.allCases.randomElement(using: &random) ?? .owner,
            isOnPane: Bool.random(using: &random))
    }
}
