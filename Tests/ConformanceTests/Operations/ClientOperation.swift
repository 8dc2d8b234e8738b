import ChannelAmazon
import HelpDesk
import Jobs

/// One operation that the client knows: how it is asked and what it makes of the answer.
struct ClientOperation: Sendable, CustomStringConvertible {
    typealias Call = @Sendable (ConformanceDesk) async throws -> Reading

    /// `operationId` of the model.
    var id: String
    /// Start of its path; some ids occur in two versions of an API.
    var path: String
    /// A call that a seed stands for, anywhere in the space of what the client can ask.
    var sample: @Sendable (inout SeededRandom) -> Call
    /// The call with the parameters of a sandbox case; nil when our types cannot say it, as with
    /// the malformed values that cases of refusals are known by.
    var asked: @Sendable ([String: Json]) -> Call?
    /// Required parts of answers that the desk has no use for, by pattern, and why.
    var unused: [String: String] = [:]
    /// Required parts that the desk takes as they come, or not at all, and why.
    var optional: [String: String] = [:]
    /// Whether fields that the model does not know are counted.
    var countsUnknown = false
    /// Whether a call may change something there, so that no clear answer is no proof of no effect.
    var isMutating = false
    /// A refusal that means "there is none" and is no failure.
    var absentAt: Int?

    var description: String { id }

    /// Whether the desk has no use for the part at a place.
    func isUnused(_ place: JsonPlace) -> Bool { Self.names(unused, place) }

    /// Whether the desk goes on without the part at a place.
    func isOptional(_ place: JsonPlace) -> Bool {
        isUnused(place) || Self.names(optional, place)
    }

    private static func names(_ list: [String: String], _ place: JsonPlace) -> Bool {
        let pattern = place.pattern
        return list.keys.contains {
            pattern == $0 || pattern.hasPrefix($0 + ".") || pattern.hasPrefix($0 + "[")
        }
    }

    /// Every operation of the client.
    static let all: [ClientOperation] =
        orders + messaging + attributes + typedMessages + requests + sellers + account + reports
        + notifications
}

/// What the client made of an answer.
struct Reading: Sendable, Equatable {
    /// All that it keeps, written out.
    var content: String
    /// Records that were set aside with their bytes.
    var setAside = 0
    /// Fields that were counted as unknown or of another type.
    var unknown = 0

    init(_ value: some Any, setAside: Int = 0, unknown: [String: Int] = [:]) {
        var content = ""
        dump(value, to: &content)
        self.content = content
        self.setAside = setAside
        self.unknown = unknown.values.reduce(0, +)
    }
}
