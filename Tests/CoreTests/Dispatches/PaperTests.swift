import Core
import HelpDesk
import Simulator
import Store
import SwiftExtensions
import Testing
import Wire

/// Files that leave with a typed message.
@Suite struct PaperTests {
    private static let pdf = DispatchUpload(
        name: "Rechnung.pdf", bytes: Array("%PDF-1.7 Rechnung".utf8))

    private func invoice(_ files: [DispatchUpload]) -> SendOrderMessage {
        SendOrderMessage(order: DispatchWorld.order, action: "sendInvoice", files: files)
    }

    private func queue(_ call: SendOrderMessage, _ desk: DispatchWorld) async throws -> DispatchID {
        guard case .queued(let view) = try await desk.desk.perform(call, as: desk.world.ana)
        else { throw UnexpectedReply() }
        return view.id
    }

    @Test func invoiceArrivesByteForByte() async throws {
        try await DispatchWorld.run(actions: ["sendInvoice"]) { desk in
            let id = try await queue(invoice([Self.pdf]), desk)
            _ = try await desk.desk.runDue()
            #expect(try await desk.dispatch(id).state == .sent)
            let file = try #require(desk.amazon.messages.first?.files.first)
            #expect(file.bytes == Self.pdf.bytes)
            #expect(file.name == "Rechnung.pdf")
            #expect(try await desk.dispatch(id).files.first?.mediaType == "application/pdf")
            let names = try await desk.desk.perform(
                ListDispatches(states: [.sent]), as: desk.world.ana
            ).dispatches.first?.fileNames
            #expect(names == ["Rechnung.pdf"])
            try await desk.world.checkRecord()
        }
    }

    @Test func bytesThatChangeOnTheWayStopTheMessage() async throws {
        try await DispatchWorld.run(actions: ["sendInvoice"]) { desk in
            desk.amazon.schedule(ScheduledFault(.changedUpload, on: "uploadFile", times: 3))
            let id = try await queue(invoice([Self.pdf]), desk)
            _ = try await desk.desk.runDue()
            let refused = try await desk.dispatch(id)
            #expect(refused.state == .refused)
            #expect(refused.evidence?.contains("BadDigest") == true)
            #expect(desk.calls("sendInvoice") == 0)
            try await desk.world.checkRecord()
        }
    }

    @Test func uploadThatBreaksIsRepeatedBeforeAnythingIsSent() async throws {
        try await DispatchWorld.run(actions: ["sendInvoice"]) { desk in
            desk.amazon.schedule(ScheduledFault(.status(503), on: "uploadFile", times: 5))
            let id = try await queue(invoice([Self.pdf]), desk)
            try await desk.world.pass(.minutes(5))
            #expect(try await desk.dispatch(id).state == .sent)
            #expect(try await desk.dispatch(id).attempts == 1)
            #expect(desk.amazon.messages.count == 1)
        }
    }

    @Test(arguments: [
        (DispatchUpload(name: "x.exe", bytes: [0x4D, 0x5A]), DeskError.Code.dispatchFileType),
        (DispatchUpload(name: "x.pdf", bytes: [0x4D, 0x5A]), .dispatchFileType),
        (DispatchUpload(name: "x.pdf", bytes: []), .dispatchFileEmpty),
        (
            DispatchUpload(
                name: "x.txt", bytes: Array(repeating: 0x41, count: 10_000_000)),
            .dispatchFilesTooLarge
        ),
    ])
    func unfitFileIsNotQueued(file: DispatchUpload, expected: DeskError.Code) async throws {
        try await DispatchWorld.run(actions: ["sendInvoice"]) { desk in
            #expect(await code { _ = try await queue(invoice([file]), desk) } == expected)
            #expect(desk.calls("createUploadDestinationForResource") == 0)
        }
    }

    @Test func noFileAndTooManyAreRefused() async throws {
        try await DispatchWorld.run(actions: ["sendInvoice"]) { desk in
            #expect(
                await code { _ = try await queue(invoice([]), desk) } == .dispatchFilesMissing)
            let six = Array(repeating: Self.pdf, count: 6)
            #expect(await code { _ = try await queue(invoice(six), desk) } == .dispatchTooManyFiles)
        }
    }
}
