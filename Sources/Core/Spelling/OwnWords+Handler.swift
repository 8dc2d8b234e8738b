package import HelpDesk
import Store
package import Wire

extension ListOwnWords: DeskCall {
    package static let need: Need = .signedIn

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.database.read { transaction in
            Reply(words: try transaction.ownWords(of: caller.person, kind).map(\.content))
        }
    }
}

extension KeepOwnWord: DeskCall {
    package static let need: Need = .signedIn
    private static let longestName = 40

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let content = try cleaned()
        return try await desk.act(as: caller) { transaction in
            let words = try transaction.ownWords(of: caller.person, kind)
            if let earlier = words.first(where: { $0.content.name == content.name }) {
                guard earlier.content != content else { return Reply(words: words.map(\.content)) }
                try transaction.drop(earlier.word.id)
            } else if words.count >= kind.limit {
                throw DeskError(.ownWordsTooMany, ["limit": String(kind.limit)])
            }
            let id = try transaction.nextOwnWordID()
            try transaction.record(
                .library(
                    .wordKept(
                        OwnWord(
                            id: id, person: caller.person, kind: kind,
                            digest: transaction.ownWordDigest(id, content)))))
            try transaction.putOwnWord(id, content)
            return Reply(words: try transaction.ownWords(of: caller.person, kind).map(\.content))
        }
    }

    /// A name is one word without blanks; only a snippet has a text.
    private func cleaned() throws -> OwnWordContent {
        let name = CleanText.clean(word.name)
        guard (1...Self.longestName).contains(name.count),
            !name.contains(where: \.isWhitespace)
        else { throw DeskError(.badRequest, ["field": "name"]) }
        let text = try TextLimits.clean(word.text, limit: TextLimits.reply)
        guard (kind == .snippet) != text.isBlank else {
            throw DeskError(.badRequest, ["field": "text"])
        }
        return OwnWordContent(name: name, text: text)
    }
}

extension DropOwnWord: DeskCall {
    package static let need: Need = .signedIn

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.act(as: caller) { transaction in
            let words = try transaction.ownWords(of: caller.person, kind)
            guard let found = words.first(where: { $0.content.name == name }) else {
                throw DeskError(.ownWordNotFound)
            }
            try transaction.drop(found.word.id)
            return Reply(words: words.map(\.content).filter { $0.name != name })
        }
    }
}

extension WriteTransaction {
    fileprivate func drop(_ id: OwnWordID) throws {
        try record(.library(.wordDropped(id)))
        try removeOwnWord(id)
    }
}

extension OwnWord.Kind {
    /// How many one person keeps.
    fileprivate var limit: Int {
        switch self {
        case .snippet: 200
        case .spelling: 5000
        }
    }
}
