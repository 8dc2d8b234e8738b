import Foundation
import GRDB
import HelpDesk
import SwiftExtensions

/// Reads a row's columns from left to right, in the order in which the statement names them.
struct Fields {
    private let row: Row
    private var index = 0

    init(_ row: Row) {
        self.row = row
    }

    private mutating func value() throws -> DatabaseValue {
        guard index < row.count else { throw Fields.damaged("column \(index)") }
        defer { index += 1 }
        return row[index]
    }

    static func damaged(_ what: String) -> DeskError {
        DeskError(.internalError, detail: "The database holds what no version wrote: \(what).")
    }

    mutating func optionalNumber() throws -> Int64? {
        Int64.fromDatabaseValue(try value())
    }

    mutating func number() throws -> Int64 {
        guard let number = try optionalNumber() else { throw Fields.damaged("no number") }
        return number
    }

    mutating func real() throws -> Double {
        guard let real = Double.fromDatabaseValue(try value()) else {
            throw Fields.damaged("no real number")
        }
        return real
    }

    mutating func optionalReal() throws -> Double? {
        Double.fromDatabaseValue(try value())
    }

    mutating func count() throws -> Int { Int(try number()) }

    mutating func flag() throws -> Bool { try number() != 0 }

    mutating func optionalText() throws -> String? {
        String.fromDatabaseValue(try value())
    }

    mutating func text() throws -> String {
        guard let text = try optionalText() else { throw Fields.damaged("no text") }
        return text
    }

    mutating func bytes() throws -> [UInt8] {
        guard let data = Data.fromDatabaseValue(try value()) else {
            throw Fields.damaged("no bytes")
        }
        return [UInt8](data)
    }

    mutating func optionalBytes() throws -> [UInt8]? {
        Data.fromDatabaseValue(try value()).map { [UInt8]($0) }
    }

    mutating func time() throws -> Timestamp { Timestamp(milliseconds: try number()) }

    mutating func optionalTime() throws -> Timestamp? {
        try optionalNumber().map(Timestamp.init(milliseconds:))
    }

    mutating func id<ID: DeskIdentifier>() throws -> ID { ID(rawValue: try number()) }

    mutating func optionalID<ID: DeskIdentifier>() throws -> ID? {
        try optionalNumber().map(ID.init(rawValue:))
    }

    mutating func name<Name: DeskName>() throws -> Name { Name(rawValue: try text()) }

    mutating func optionalName<Name: DeskName>() throws -> Name? {
        try optionalText().map(Name.init(rawValue:))
    }

    /// One of a closed set of words, such as a state.
    mutating func priority() throws -> TicketPriority {
        guard let priority = TicketPriority(rank: try count()) else {
            throw Fields.damaged("no priority")
        }
        return priority
    }

    mutating func word<Word: RawRepresentable<String>>() throws -> Word {
        let text = try text()
        guard let word = Word(rawValue: text) else { throw Fields.damaged("\(Word.self) \(text)") }
        return word
    }

    mutating func optionalWord<Word: RawRepresentable<String>>() throws -> Word? {
        guard let text = try optionalText() else { return nil }
        guard let word = Word(rawValue: text) else { throw Fields.damaged("\(Word.self) \(text)") }
        return word
    }

    /// A value kept as JSON.
    mutating func json<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try JSONText.value(type, from: try text())
    }

    mutating func optionalJSON<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value? {
        try optionalText().map { try JSONText.value(type, from: $0) }
    }
}
