import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct DeskForecastTests {
    private func shift(_ hours: String, of people: [Principal], in world: World) async throws {
        let span = try #require(OpenSpan(hours))
        let calendar = WorkCalendar(
            id: "shift", version: 0, title: "Shift", zone: "UTC", week: WorkWeek(daily: [span]))
        _ = try await world.desk.perform(SaveCalendar(calendar: calendar), as: world.ops)
        try await world.group(members: people) { $0.calendar = "shift" }
    }

    private func forecast(_ world: World, as caller: Principal? = nil) async throws
        -> ShowForecast.Reply
    {
        try await world.desk.perform(ShowForecast(hours: 24), as: caller ?? world.sue)
    }

    /// It is 10:10 and the only shift begins at 14:00: what is due at 12:10 will be late, and an hour
    /// more before the shift does not reach it; one that is due at 13:40 it does.
    @Test func whatFallsDueBeforeTheShiftIsForeseen() async throws {
        let world = try await World.make()
        try await shift("14:00-18:00", of: [world.ana], in: world)
        let ticket = try await world.inquiry(1, at: world.clock.now - .hours(22))
        let reply = try await forecast(world)
        #expect(reply.forecast.risks.map(\.ticket) == [ticket])
        #expect(reply.forecast.expected == 1)
        #expect(reply.forecast.plays == 500)
        #expect(reply.option == nil)
        #expect(reply.withoutPlan == 0)
    }

    @Test func theHourThatHelpsIsNamed() async throws {
        let world = try await World.make()
        try await shift("14:00-18:00", of: [world.ana], in: world)
        _ = try await world.inquiry(1, at: world.clock.now - .minutes(20 * 60 + 30))
        let reply = try await forecast(world)
        #expect(reply.forecast.expected == 1)
        let hour = ForecastChange.oneMoreHour(
            world.ana.person, from: world.clock.now + .minutes(170))
        #expect(reply.option?.change == hour)
        #expect(reply.option?.expected == 0)
        #expect(reply.optionName == "Ana")
    }

    @Test func withoutACalendarItSaysSo() async throws {
        let world = try await World.make()
        _ = try await world.inquiry(1)
        let reply = try await forecast(world)
        // Ana, Ben and Mia answer; nobody is at work and nobody knows when they come.
        #expect(reply.withoutPlan == 3)
        #expect(reply.forecast.expected == 1)
    }

    @Test func thoseAtWorkWithoutACalendarAreExpectedToStay() async throws {
        let world = try await World.make()
        try await world.say(.available, world.ana)
        _ = try await world.inquiry(1)
        #expect(try await forecast(world).forecast.expected == 0)
    }

    @Test func hiddenStoresAreNotForeseen() async throws {
        let world = try await World.make()
        _ = try await world.inquiry(1)
        let narrow = try await world.narrowed()
        let reply = try await forecast(world, as: narrow)
        #expect(reply.forecast.expected == 0)
        #expect(reply.track == nil)
    }

    @Test func hoursOutsideTheRangeAreRefused() async throws {
        let world = try await World.make()
        for hours in [0, 73, .min] {
            let refusal = await code {
                _ = try await world.desk.perform(ShowForecast(hours: hours), as: world.sue)
            }
            #expect(refusal == .badRequest)
        }
    }

    @Test func forecastsAreHeldAgainstWhatCame() async throws {
        let world = try await World.make()
        try await shift("14:00-18:00", of: [world.ana], in: world)
        let ticket = try await world.inquiry(1, at: world.clock.now - .hours(22))
        try await world.desk.keepForecasts()
        // Four a day, no more.
        try await world.desk.keepForecasts()
        #expect(try await world.database.read { try $0.lastForecast() }?.id == 1)
        #expect(try await forecast(world).track == nil)
        // Nobody answers: it comes as foreseen.
        try await world.pass(.hours(25))
        try await world.desk.keepForecasts()
        let track = try #require(try await forecast(world).track)
        #expect(track.scored == 1)
        #expect(track.brier == 0)
        #expect(track.coverage == 1)
        #expect(try await world.ticket(ticket).owedDebts == 1)
        try await world.checkRecord()
    }

    @Test func shiftsShowWhoComesAndTheGaps() async throws {
        let world = try await World.make()
        try await shift("14:00-18:00", of: [world.ana, world.ben], in: world)
        // A week of one message an hour, seen by the desk for a week.
        for hour in [2, 7 * 24 - 1] {
            _ = try await world.inquiry(hour, at: world.clock.now - .hours(Int64(hour)))
        }
        let reply = try await world.desk.perform(ShowShifts(days: 2), as: world.sue)
        #expect(reply.people.map(\.name) == ["Ana", "Ben"])
        #expect(reply.people[0].spans.count == 2)
        #expect(reply.people[0].spans[0].start == world.clock.now + .minutes(230))
        #expect(reply.coverage.hours.count == 48)
        #expect(reply.coverage.hours[4].planned == 2)
        // The same hours of last week: an hour from now one message came, nobody is planned.
        #expect(reply.coverage.hours.contains { $0.isGap })
        #expect(!reply.coverage.hours[4].isGap)
    }
}
