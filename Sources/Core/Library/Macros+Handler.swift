package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ListMacros: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let isKeeper = caller.keepsLibrary
        return try await desk.database.read { transaction in
            let ticket = try ticket.map { try transaction.visibleTicket($0, to: caller) }
            let stored =
                isWhole && isKeeper ? try transaction.allMacros() : try transaction.offeredMacros()
            let names = Dictionary(
                try transaction.people().map { ($0.id, $0.displayName) },
                uniquingKeysWith: { first, _ in first })
            let views = stored.map { item in
                MacroView(
                    version: item.version, state: item.state,
                    authorName: names[item.version.author],
                    settledBy: item.settledBy.flatMap { names[$0] }, reason: item.reason,
                    maySettle: item.state == .waiting && item.version.author != caller.person
                        && caller.may(.templateApprove, .all))
            }
            guard let ticket else { return Reply(macros: views) }
            return Reply(
                macros: views.filter { $0.version.isFor(ticket.category) }.sorted { left, right in
                    // Those made for this kind of question first.
                    (left.version.categories.isEmpty ? 1 : 0, left.version.name)
                        < (right.version.categories.isEmpty ? 1 : 0, right.version.name)
                })
        }
    }
}

extension MacroVersion {
    fileprivate func isFor(_ category: InquiryCategory) -> Bool {
        categories.isEmpty || categories.contains(category)
    }
}

extension SaveMacro: DeskCall {
    package static let need: Need = .right(.templateWrite, .all)
    private static let longestText = 400

    package func run(in desk: Desk, as caller: Principal) async throws -> MacroView {
        guard TemplateKey(name.rawValue).isWellFormed else {
            throw DeskError(.badRequest, ["field": "name"])
        }
        return try await desk.act(as: caller) { transaction in
            let versions = try transaction.macroVersions(of: name)
            let next = MacroVersion(
                name: name, number: (versions.first?.version.number ?? 0) + 1,
                title: CleanText.clean(title).collapsed(limit: 120),
                categories: InquiryCategory.allCases.filter(categories.contains),
                acts: acts.map(Self.cleaned), author: caller.person, at: transaction.now)
            if let problem = next.problem {
                throw DeskError(.badRequest, ["field": problem.field], detail: problem.reason)
            }
            for act in next.acts { try transaction.check(act) }
            let standing = versions.first { [.waiting, .offered].contains($0.state) }
            if let standing, standing.version.doesTheSame(as: next) {
                throw DeskError(
                    .libraryUnchanged,
                    ["name": name.rawValue, "number": String(standing.version.number)])
            }
            try transaction.record(.library(.macroSaved(next)))
            return MacroView(
                version: next, state: .waiting, authorName: caller.displayName, settledBy: nil,
                reason: nil, maySettle: false)
        }
    }

    private static func cleaned(_ act: MacroAct) -> MacroAct {
        switch act {
        case .note(let text): .note(CleanText.clean(text).collapsed(limit: longestText))
        case .hold(let reason, let seconds):
            .hold(
                reason: CleanText.clean(reason).collapsed(limit: longestText), seconds: seconds)
        default: act
        }
    }
}

extension ReadTransaction {
    /// What an act names must be there.
    fileprivate func check(_ act: MacroAct) throws {
        switch act {
        case .template(let key):
            guard try templateEntry(key) != nil else {
                throw DeskError(.templateNotFound, ["template": key.rawValue])
            }
        case .tag(let tag), .untag(let tag): _ = try TagRules.name(tag.rawValue)
        case .assign(let person):
            guard try self.person(person)?.isActive == true else {
                throw DeskError(.personNotFound, ["person": String(person.rawValue)])
            }
        default: break
        }
    }
}

extension SettleMacro: DeskCall {
    package static let need: Need = .right(.templateApprove, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> Done {
        let reason = CleanText.clean(reason).collapsed(limit: 400)
        guard isApproved || !reason.isEmpty else {
            throw DeskError(.badRequest, ["field": "reason"])
        }
        return try await desk.act(as: caller) { transaction in
            let versions = try transaction.macroVersions(of: name)
            guard let stored = versions.first(where: { $0.version.number == number }) else {
                throw DeskError(.macroNotFound, ["name": name.rawValue])
            }
            guard stored.state == .waiting else {
                throw DeskError(
                    .librarySettled, ["name": name.rawValue, "number": String(number)])
            }
            guard !isApproved || stored.version.author != caller.person else {
                throw DeskError(.libraryOwnText, ["name": name.rawValue])
            }
            try transaction.record(
                .library(
                    .macroSettled(
                        MacroVerdict(
                            name: name, number: number, isApproved: isApproved,
                            by: caller.person, reason: reason))))
            return Done()
        }
    }
}

extension RetireMacro: DeskCall {
    package static let need: Need = .right(.templateWrite, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> Done {
        try await desk.act(as: caller) { transaction in
            _ = try transaction.macroInUse(name)
            try transaction.record(.library(.macroRetired(name)))
            return Done()
        }
    }
}
