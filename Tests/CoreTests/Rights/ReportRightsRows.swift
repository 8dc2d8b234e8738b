import Core
import HelpDesk
import SwiftExtensions
import Wire

extension RightsMatrixTests {
    private static func request(_ world: World, _ store: StoreID? = nil) -> ReportRequest {
        ReportRequest(
            kind: .kpi, from: world.clock.now - .days(7), to: world.clock.now, store: store)
    }

    private static let refused = Verdict.refused(.notAllowed)

    static let reportRows: [Row] = [
        row(stranger: .fine) { world, _, _ in RunReport(request: request(world)) },
        row(stranger: .refused(.storeOutOfScope)) { world, _, _ in
            RunReport(request: request(world, World.europe))
        },
        row(stranger: .fine) { world, _, _ in
            OpenFigure(request: request(world), figure: .arrivals)
        },
        row(refused, stranger: refused) { _, _, _ in
            NoteAmazonFigure(
                figure: AmazonFigure(
                    store: World.europe, day: "2026-03-01", days: 30, lateRate: 0.02))
        },
        row(refused, stranger: refused) { _, _, _ in DrawQualitySample(day: "2026-02-25") },
        row(stranger: .fine) { _, _, _ in ListQualitySamples() },
        row(
            refused, .refused(.qualitySampleNotFound), .refused(.qualitySampleNotFound),
            stranger: refused
        ) { _, _, _ in ScoreQualitySample(sample: 9, marks: fineMarks) },
    ]

    static let fineMarks = QualityMarks(
        accuracy: .met, completeness: .met, policy: .met, language: .met, timeliness: .met)
}
