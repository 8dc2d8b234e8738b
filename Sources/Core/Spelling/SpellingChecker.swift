import MailKit
import Synchronization

/// Knows words. Whatever is behind it, the desk's rules are the same: it advises and never keeps a
/// letter back, and where there is none the desk works the same.
package protocol SpellingChecker: Sendable {
    /// Names of the dictionaries at hand, such as `de_DE`.
    var dictionaries: Set<String> { get }

    /// Guesses for each of the words that the dictionary does not know. What it could not say in
    /// time is left out.
    func guesses(_ words: [String], in dictionary: String) async -> [String: [String]]
}

/// Hunspell or Aspell in the mode in which ispell talked to editors ("-a"): one process for each
/// dictionary, kept open, and waited for on threads of its own.
package final class PipeSpelling: SpellingChecker {
    package let dictionaries: Set<String>
    private let arguments: [String]
    private let patience: Duration
    private let rest: Duration
    private let talks = Mutex<[String: SpellingTalk]>([:])

    /// `arguments` start the program; the dictionary's name comes last. `patience` is how long one
    /// letter may take, its turn included, and `rest` how long a program that was silent is left
    /// alone.
    package init(
        _ arguments: [String], dictionaries: Set<String>, patience: Duration = .seconds(2),
        rest: Duration = .seconds(60)
    ) {
        self.arguments = arguments
        self.patience = patience
        self.rest = rest
        self.dictionaries = dictionaries
    }

    package func guesses(
        _ words: [String], in dictionary: String
    ) async -> [String: [String]] {
        guard dictionaries.contains(dictionary) else { return [:] }
        let talk = talks.withLock { talks in
            if let talk = talks[dictionary] { return talk }
            let talk = SpellingTalk(
                arguments + [dictionary], fairShare: patience / 2, rest: rest)
            talks[dictionary] = talk
            return talk
        }
        return await talk.guesses(words, until: .now + patience)
    }
}

/// The conversation with one process; letters are taken in turn.
private final class SpellingTalk: Sendable {
    /// Letters that may wait for their turn, each on a thread. Beyond them a letter is not marked,
    /// and its next pause asks again.
    private static let mostWaiting = 8

    private let voice: Mutex<SpellingVoice>
    private let waiting = Mutex(0)

    init(_ arguments: [String], fairShare: Duration, rest: Duration) {
        voice = Mutex(SpellingVoice(arguments, fairShare: fairShare, rest: rest))
    }

    func guesses(
        _ words: [String], until deadline: ContinuousClock.Instant
    ) async -> [String: [String]] {
        let isWelcome = waiting.withLock { waiting in
            guard waiting < Self.mostWaiting else { return false }
            waiting += 1
            return true
        }
        guard isWelcome else { return [:] }
        defer { waiting.withLock { $0 -= 1 } }
        return await BlockingThread.run("spelling") { [self] in
            voice.withLock { $0.guesses(words, until: deadline) }
        }
    }
}

/// What is said to the process and heard from it, and what it has said before.
struct SpellingVoice {
    private enum Answer {
        case right
        /// With what it may have been meant to be.
        case wrong([String])
    }

    /// Answers that are kept; a team's vocabulary is smaller.
    private static let mostAnswers = 50_000

    private let arguments: [String]
    /// A program that was silent would cost every letter its whole patience.
    private let rest: Duration
    /// Silence for less than this is not the program's fault: the letter waited for its turn.
    private let fairShare: Duration
    private var restsUntil: ContinuousClock.Instant?
    private var command: PipedCommand?
    private var known: [String: Answer] = [:]

    init(_ arguments: [String], fairShare: Duration, rest: Duration) {
        self.arguments = arguments
        self.fairShare = fairShare
        self.rest = rest
    }

    /// What is not answered until `deadline` is not marked.
    mutating func guesses(
        _ words: [String], until deadline: ContinuousClock.Instant
    ) -> [String: [String]] {
        let began = ContinuousClock.now
        var found: [String: [String]] = [:]
        var asks = !isResting
        for word in words {
            // A turn that came too late says nothing of the program.
            asks = asks && deadline > .now
            guard let answer = known[word] ?? (asks ? ask(word, until: deadline) : nil) else {
                guard asks else { continue }
                // Whatever it says later would be taken for the answer to another word.
                command = nil
                asks = false
                let hadTime = deadline - began >= fairShare
                if deadline <= .now, hadTime { restsUntil = .now + rest }
                continue
            }
            if known.count >= Self.mostAnswers { known = [:] }
            known[word] = answer
            if case .wrong(let guesses) = answer { found[word] = guesses }
        }
        return found
    }

    private var isResting: Bool { restsUntil.map { ContinuousClock.now < $0 } ?? false }

    /// Nil when the program does not answer.
    private mutating func ask(
        _ word: String, until deadline: ContinuousClock.Instant
    ) -> Answer? {
        if command == nil {
            guard let fresh = PipedCommand(arguments), fresh.hear(until: deadline) != nil else {
                return nil
            }
            command = fresh
        }
        // The caret makes of every line a line to be looked at, whatever it begins with.
        guard let command, command.say("^" + word, until: deadline) else { return nil }
        var answer = Answer.right
        while let line = command.hear(until: deadline) {
            if line.isEmpty { return answer }
            guard let told = SpellingAnswer.guesses(line, for: word) else { continue }
            if case .wrong(let earlier) = answer {
                answer = .wrong(earlier + told)
            } else {
                answer = .wrong(told)
            }
        }
        return nil
    }
}

/// A line of ispell's pipe mode (ispell(1), "-a").
enum SpellingAnswer {
    /// Nil for a word that is right; empty where nothing like it is known.
    static func guesses(_ line: String, for word: String) -> [String]? {
        switch line.first {
        case "#": return []
        case "&", "?":
            guard let colon = line.firstIndex(of: ":") else { return [] }
            let told = line[line.index(after: colon)...].split(separator: ",").map { guess in
                String(guess.drop { $0 == " " })
            }
            // A guess for a part of the word is none for the word.
            let subject = line.split(separator: " ").dropFirst().first.map(String.init)
            return subject == word ? told.filter { !$0.isEmpty && $0.count <= 60 } : []
        default: return nil
        }
    }
}
