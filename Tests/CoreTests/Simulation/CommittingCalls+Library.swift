import Core
import HelpDesk
import SwiftExtensions
import Testing
import Wire

extension CommittingCalls {
    private static func saved(_ world: World) async throws -> TemplateVersion {
        let call = SaveTemplate(draft: RightsMatrixTests.draft)
        return try #require(try await world.desk.perform(call, as: world.sue).version)
    }

    private static func macro(_ world: World) async throws -> MacroView {
        try await world.desk.perform(
            SaveMacro(name: "late", title: "Late", acts: [.priority(.high), .watch]),
            as: world.sue)
    }

    private static func approvedMacro(_ world: World) async throws -> MacroName {
        let view = try await macro(world)
        _ = try await world.desk.perform(
            SettleMacro(
                name: view.version.name, number: view.version.number, isApproved: true),
            as: world.ops)
        return view.version.name
    }

    static let library = [
        scene { world in
            let view = try await macro(world)
            return (
                SettleMacro(
                    name: view.version.name, number: view.version.number, isApproved: true),
                world.ops
            )
        },
        scene { world in (RetireMacro(name: try await approvedMacro(world)), world.sue) },
        scene { world in
            let ticket = try await world.question()
            return (RunMacro(name: try await approvedMacro(world), ticket: ticket), world.ana)
        },
        scene { world in
            let keep = KeepOwnWord(
                kind: .snippet, word: OwnWordContent(name: "hi", text: "Hello,"))
            _ = try await world.desk.perform(keep, as: world.ana)
            return (DropOwnWord(kind: .snippet, name: "hi"), world.ana)
        },
        scene { world in (SaveTemplate(draft: RightsMatrixTests.draft), world.sue) },
        scene { world in
            let version = try await saved(world)
            return (
                SettleTemplate(
                    template: version.key, number: version.number, isApproved: true), world.ops
            )
        },
        scene { world in (RetireTemplate(template: "late.en", reason: "old"), world.sue) },
        scene { world in (CareForTemplate(template: "late.en", isReviewed: true), world.sue) },
        scene { world in
            let ticket = try await world.question()
            return (RenderTemplate(template: "late.en", ticket: ticket), world.ana)
        },
    ]
}
