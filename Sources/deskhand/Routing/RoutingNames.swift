import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import Wire

/// Names that people write on the command line, and the numbers behind them.
struct RoutingDirectory {
    var people: [Person]
    var groups: [GroupView]

    var names: RoutingDiff.Names {
        RoutingDiff.Names(
            people: Dictionary(
                people.map { ($0.id, $0.unixUser) }, uniquingKeysWith: { first, _ in first }),
            groups: Dictionary(
                groups.map { ($0.group.value.id, $0.group.value.name) },
                uniquingKeysWith: { first, _ in first }))
    }

    func person(_ user: String) throws(DeskError) -> PersonID {
        guard let person = people.first(where: { $0.unixUser == user }) else {
            throw DeskError(.personNotFound, ["person": user])
        }
        return person.id
    }

    func group(_ name: String) throws(DeskError) -> GroupView {
        guard let group = groups.first(where: { $0.group.value.name == name }) else {
            throw DeskError(.groupNotFound, ["group": name])
        }
        return group
    }
}

extension ConnectionOptions {
    /// A session with the names of everybody and of all groups.
    func directory() throws -> (CoreSession, RoutingDirectory) {
        let session = try connect()
        let directory = try saying { () throws(DeskError) in
            RoutingDirectory(
                people: try session.call(ListPeople()).people,
                groups: try session.call(ListGroups()).groups)
        }
        return (session, directory)
    }

    /// What changed from version to version, newest first.
    func printHistory<Value>(
        _ versions: [Versioned<Value>],
        _ diff: (_ before: Value?, _ after: Value) -> [RoutingDiff.Line],
        _ document: (Value) -> JSONValue
    ) throws {
        for (index, version) in versions.enumerated() {
            let before = index + 1 < versions.count ? versions[index + 1].value : nil
            let lines = diff(before, version.value)
            guard !json else {
                try printLines([
                    [
                        "version": JSONValue(version.version), "at": JSONValue(version.at),
                        "author": .text(version.author), "reason": .text(version.reason),
                        "value": document(version.value),
                        "changes": .list(lines.map(JSONValue.init)),
                    ]
                ])
                continue
            }
            printText(
                "v\(version.version)  \(version.at.iso8601)  \(version.author)  \(version.reason)")
            for line in lines {
                printText(
                    "    \(line.subject)  \(line.field): \(line.before.isEmpty ? "-" : line.before)"
                        + " -> \(line.after.isEmpty ? "-" : line.after)")
            }
        }
    }
}

extension JSONValue {
    init(_ line: RoutingDiff.Line) {
        self = [
            "subject": .text(line.subject), "field": .text(line.field),
            "before": .text(line.before), "after": .text(line.after),
        ]
    }

    /// Fields by name, those that say nothing left out.
    init(fields: [(String, String)]) {
        self = .object(
            Dictionary(
                fields.map { ($0.0, JSONValue.text($0.1)) }, uniquingKeysWith: { first, _ in first }
            ))
    }
}

/// `refunds` or `refunds:2`.
struct SkillArgument: ExpressibleByArgument {
    var skill: AgentSkill

    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
        guard let name = parts.first, !name.isEmpty, parts.count <= 2,
            let level = parts.count == 2 ? Int(parts[1]) : 1
        else { return nil }
        skill = AgentSkill(String(name), level: level)
    }
}
