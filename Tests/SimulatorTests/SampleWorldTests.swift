import HelpDesk
import MailKit
import SwiftExtensions
import Testing

@testable import Simulator

@Suite struct SampleWorldTests {
    @Test func holdsWhatTheReadmeSays() throws {
        let world = try SampleData.world()
        #expect(world.sellers.map(\.id) == ["nova", "kumo"])
        #expect(world.stores.count == 5)
        #expect(world.people.count == 8)
        #expect(world.orders.count == 200)
        #expect(world.mails.count == 80)
        #expect(Set(world.orders.compactMap(\.order.marketplace)).count == 8)
        #expect(world.phrases.languages == ["de", "en", "es", "fr", "it", "ja", "zh"])
    }

    @Test func peopleWorkInStoresThatExist() throws {
        let world = try SampleData.world()
        let stores = Set(world.stores.map(\.profile.id))
        for person in world.people {
            #expect(stores.isSuperset(of: person.stores), "\(person.user)")
        }
        #expect(world.people.contains { $0.role == .supervisor && $0.stores.isEmpty })
    }

    @Test func ordersBelongToStoresAndLieInThePast() throws {
        let world = try SampleData.world()
        let marketplaces = Dictionary(
            uniqueKeysWithValues: world.stores.map { ($0.profile.id, $0.profile.marketplaces) })
        #expect(Set(world.orders.map(\.order.id)).count == 200)
        for order in world.orders.map(\.order) {
            let marketplace = try #require(order.marketplace)
            #expect(marketplaces[order.store]?.contains(marketplace) == true)
            #expect(order.createdAt < SampleData.now && order.updatedAt < SampleData.now)
            #expect(order.createdAt <= order.updatedAt, "\(order.id)")
            #expect(order.status != .unknown)
            #expect(order.total?.currency != "JPY" || order.total?.amount.contains(".") == false)
        }
    }

    @Test func everyMailIsForAStoreAndDated() throws {
        let world = try SampleData.world()
        for mail in world.mails {
            let date = try #require(mail.date, "\(mail.name)")
            #expect(mail.store != nil, "\(mail.name)")
            #expect(date < SampleData.now)
            #expect(ParsedMail(parsing: mail.bytes).date == date.wholeSecond, "\(mail.name)")
        }
        #expect(
            world.mails.map(\.date?.milliseconds)
                == world.mails.map(\.date?.milliseconds).sorted { ($0 ?? 0) < ($1 ?? 0) })
    }

    @Test func buyersNameOrdersThatExist() throws {
        let world = try SampleData.world()
        let orders = Set(world.orders.map(\.order.id.rawValue))
        var count = 0
        for mail in world.mails {
            let parsed = ParsedMail(parsing: mail.bytes)
            guard parsed.headers["X-Space-Notification-Type"] == "BBC_MESSAGE_SENT_TO_MERCHANT",
                let match = parsed.subject.firstMatch(of: /\d{3}-\d{7}-\d{7}/)
            else { continue }
            count += 1
            #expect(orders.contains(String(match.output)), "\(mail.name)")
        }
        #expect(count > 50)
    }

    @Test func theSameMomentGivesTheSameWorld() throws {
        let first = try SampleData.world()
        let second = try SampleData.world()
        #expect(first.orders == second.orders)
        #expect(first.mails == second.mails)
        let later = try SampleWorld.load(
            from: SampleData.folder, now: SampleData.now + .hours(1))
        #expect(
            later.orders.first?.order.createdAt
                == first.orders.first.map { $0.order.createdAt + .hours(1) })
    }

    @Test(arguments: [
        ("@-1d02h24m@", "2026-03-01T07:36:00Z"), ("@+0d05h00m@", "2026-03-02T15:00:00Z"),
        ("a@b @-x@", "a@b @-x@"), ("@-1d2h@", "@-1d2h@"), ("@", "@"),
    ])
    func timesCountFromNow(text: String, expected: String) {
        #expect(RelativeTime.resolved(text, now: SampleData.now) { $0.iso8601 } == expected)
    }

    @Test func mailDatesHaveTheirForm() {
        #expect(RelativeTime.mailDate(SampleData.now) == "Mon, 2 Mar 2026 10:00:00 +0000")
    }

    @Test func aMissingFolderIsNamed() {
        #expect(throws: SampleWorldError.self) {
            try SampleWorld.load(from: "/nowhere", now: SampleData.now)
        }
    }
}

extension Timestamp {
    fileprivate var wholeSecond: Timestamp { Timestamp(seconds: seconds) }
}
