import Foundation
import Testing

@testable import Core

@Suite struct SpellingVoiceTests {
    /// Says nothing before a file is there, and then knows no word.
    private struct LateProgram {
        let file = FileManager.default.temporaryDirectory.path + "/spell-\(UUID().uuidString)"

        var arguments: [String] {
            let script = """
                until [ -e \(file) ]; do sleep 0.01; done
                echo ready
                while read -r word; do echo "# $word 0"; echo; done
                """
            return ["/bin/sh", "-c", script]
        }

        func begin() -> Bool { FileManager.default.createFile(atPath: file, contents: nil) }
        func end() { try? FileManager.default.removeItem(atPath: file) }
    }

    /// Two letters, the first with `time` that the program lets pass; what the second one hears.
    private func second(after time: Duration, fairShare: Duration) -> [String: [String]] {
        let program = LateProgram()
        defer { program.end() }
        var voice = SpellingVoice(program.arguments, fairShare: fairShare, rest: .seconds(600))
        #expect(voice.guesses(["Rechnugn"], until: .now + time).isEmpty)
        #expect(program.begin())
        return voice.guesses(["Rechnugn"], until: .now + .seconds(30))
    }

    /// A letter that waited for its turn till its time was nearly over says nothing of the program.
    @Test func aShortTurnIsNotTheProgramsFault() {
        #expect(second(after: .milliseconds(20), fairShare: .seconds(1)) == ["Rechnugn": []])
    }

    @Test func aProgramThatHadItsTimeIsLeftAlone() {
        #expect(second(after: .milliseconds(400), fairShare: .milliseconds(1)).isEmpty)
    }
}
