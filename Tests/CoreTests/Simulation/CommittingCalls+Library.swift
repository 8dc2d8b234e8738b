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

    static let library = [
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
