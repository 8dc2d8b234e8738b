import Core
import Foundation
import HelpDesk
import SwiftExtensions
import Testing
import Wire

/// Whoever may make a call may write any number into it: every number of every request at the edges
/// of what fits is answered, and the desk goes on working. A trap would end the tests as it would
/// end the core.
@Suite struct HostileNumbersTests {
    private static let numbers: [Int64] = [.max, .min, 253_402_300_799_999]

    @Test func everyNumberIsAnswered() async throws {
        let world = try await World.make()
        let ticket = try await world.question(from: RelayMails(order: nil))
        let item = try #require(try await world.send(on: ticket, as: world.ben).item).id
        for row in RightsMatrixTests.rows { try await ask(row, of: world, ticket, item) }
        world.clock.advance(by: .hours(1))
        _ = try await world.desk.runDue()
        try await world.question(from: RelayMails(alias: "otherabcdefgh", order: nil))
        try await world.checkRecord()
    }

    private func ask(
        _ row: RightsMatrixTests.Row, of world: World, _ ticket: TicketID, _ item: OutboxID
    ) async throws {
        let call = row.request(world, ticket, item)
        let request = try Self.line(call)
        for path in try Self.numberPaths(request) + Self.emptyPaths(call).map({ ["params"] + $0 })
        where path != ["id"] {
            for number in Self.numbers {
                let line = try Self.replace(request, path, by: number)
                let answer = await world.desk.answer(line: line, as: world.ops)
                let error = try? WireCodec.read(ErrorFrame.self, from: answer).error.data
                // A desk in memory has no past and says so like this.
                let isFine = error?.code != .internalError || path.last == "asOf"
                #expect(isFine, "\(row.name) \(path) \(number)")
            }
        }
    }

    private static func line(_ call: some RemoteCall) throws -> [UInt8] {
        try WireCodec.line(RequestFrame(id: 1, call: call))
    }

    /// Where numbers stand in a document.
    private static func numberPaths(_ line: [UInt8]) throws -> [[String]] {
        paths(try JSONSerialization.jsonObject(with: Data(line)))
    }

    private static func paths(_ value: Any) -> [[String]] {
        switch value {
        case let object as [String: Any]:
            object.keys.sorted().flatMap { key in
                paths(object[key] as Any).map { [key] + $0 }
            }
        case let list as [Any]:
            list.indices.flatMap { index in paths(list[index]).map { ["\(index)"] + $0 } }
        case is String: []
        case is NSNumber: [[]]
        default: []
        }
    }

    /// Fields that the call leaves out: a client may fill them.
    private static func emptyPaths(_ value: Any) -> [[String]] {
        Mirror(reflecting: value).children.flatMap { child -> [[String]] in
            guard let label = child.label else { return [] }
            let mirror = Mirror(reflecting: child.value)
            switch mirror.displayStyle {
            case .optional where mirror.children.isEmpty: return [[label]]
            case .struct: return emptyPaths(child.value).map { [label] + $0 }
            default: return []
            }
        }
    }

    private static func replace(
        _ line: [UInt8], _ path: [String], by number: Int64
    ) throws -> [UInt8] {
        let document = try JSONSerialization.jsonObject(with: Data(line))
        let changed = replace(document, path[...], number)
        return [UInt8](try JSONSerialization.data(withJSONObject: changed))
    }

    private static func replace(_ value: Any, _ path: ArraySlice<String>, _ number: Int64) -> Any {
        guard let step = path.first else { return NSNumber(value: number) }
        if var object = value as? [String: Any] {
            object[step] = replace(object[step] as Any, path.dropFirst(), number)
            return object
        }
        guard var list = value as? [Any], let index = Int(step), list.indices.contains(index)
        else { return value }
        list[index] = replace(list[index], path.dropFirst(), number)
        return list
    }
}
