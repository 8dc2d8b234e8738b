import EventSamples
import FoundationEssentials
import HelpDesk
import Localization
import SwiftExtensions
import Testing

@testable import Workstation

/// The log of a ticket says every kind of event in words, in both languages.
@Suite struct HistorySentencesTests {
    /// Every case that the sources declare has a sample, so that the tests below see all kinds.
    @Test func everyKindHasASample() throws {
        let declared = try Self.enumerations.flatMap { try Self.cases(of: $0) }
        let sampled = try Self.samples.reduce(into: Set<String>()) { names, event in
            names.formUnion(try Self.names(in: event))
        }
        #expect(declared.count > 90)
        #expect(Set(declared).subtracting(sampled) == [])
    }

    @Test(arguments: InterfaceLanguage.allCases)
    func everyKindHasItsSentence(_ language: InterfaceLanguage) throws {
        let bench = Bench(width: 200, height: 50, language: language)
        let sentences = HistorySentences(model: bench.model, kinds: [:])
        var missing: [String] = []
        for event in Self.samples {
            let phrase = sentences.of(event)
            let text = bench.model.words(phrase)
            #expect(!text.contains("{"), "an unfilled place in \(phrase.key): \(text)")
            #expect(!text.isEmpty)
            // "related to #1": every word of it is an argument, put in the language already.
            if language != .english, phrase.key != "history.linked",
                bench.model.words(phrase) == Words(.english)(phrase)
            {
                missing.append(phrase.key)
            }
        }
        #expect(missing == [])
    }

    /// Different kinds are told apart.
    @Test func kindsOfATicketsLogDiffer() {
        let bench = Bench(width: 200, height: 50)
        let sentences = HistorySentences(model: bench.model, kinds: [:])
        let clocks = SampleEvents.clocks.map { bench.model.words(sentences.of($0)) }
        #expect(Set(clocks).count > clocks.count / 2)
        #expect(!clocks.contains { $0.contains("record changed") })
    }

    private static let samples = SampleEvents.all + SampleEvents.routing

    private static let enumerations = [
        "Events/DeskEvent", "Life/LifeEvent", "Clocks/Running/ClockEvent",
        "Routing/RoutingEvent", "Rights/RightsEvent", "Figures/QualityEvent",
        "Account/AccountEvent", "Record/RecordEvent",
    ]

    /// The names of an event's cases, as its file declares them before the next type begins.
    private static func cases(of file: String) throws -> [String] {
        let tests = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        let path = "/\(tests)/Sources/HelpDesk/\(file).swift"
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        let body = try #require(text.split(separator: "enum \(name):", maxSplits: 1).last)
        return body.prefix(while: { $0 != "}" }).split(separator: "\n").compactMap { line in
            let words = line.split { $0 == " " || $0 == "(" }
            return words.first == "case" && words.count > 1 ? String(words[1]) : nil
        }
    }

    /// The names of an event's cases from the outside in, as its coding writes them.
    private static func names(in event: DeskEvent) throws -> [String] {
        let object = try JSONDecoder().decode(
            [String: Nested].self, from: try JSONEncoder().encode(event))
        return object.flatMap { [$0.key] + $0.value.names }
    }

    /// The keys one level below, where an event holds another one.
    private struct Nested: Decodable {
        var names: [String] = []

        private struct Key: CodingKey {
            var stringValue: String
            var intValue: Int? { nil }
            init?(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        init(from decoder: any Decoder) throws {
            guard let outer = try? decoder.container(keyedBy: Key.self),
                let inner = outer.allKeys.first(where: { $0.stringValue == "_0" }),
                let held = try? outer.nestedContainer(keyedBy: Key.self, forKey: inner)
            else { return }
            names = held.allKeys.map(\.stringValue)
        }
    }
}
