package import HelpDesk
import SwiftExtensions

extension SellingPartnerClient {
    private static let uploadTries = 3

    /// Brings a file to the platform for one message and returns the id that the message names.
    /// May be repeated at will: what nobody names in a message reaches nobody.
    package func upload(
        _ file: UploadFile, for action: String, about order: OrderID, marketplaceID: String,
        account: SellingPartnerAccount
    ) async throws(SyncFailure) -> String {
        guard let resource = MessagingRequests.resource(action, order) else {
            throw SyncFailure(
                unsendable: DeskError(.dispatchNotOffered), operation: UploadRequests.operation)
        }
        var last = SyncFailure(
            errorClass: .bug, operation: "uploadFile", message: "not tried")
        for attempt in 1...Self.uploadTries {
            let destination = try await destination(
                for: file, resource, marketplaceID, account)
            switch await put(file, at: destination, account, attempt) {
            case .accepted: return destination.id
            case .tokenRefused(let failure), .throttled(let failure), .outage(let failure),
                .refused(let failure):
                last = failure
            }
        }
        throw last
    }

    private func destination(
        for file: UploadFile, _ resource: String, _ marketplaceID: String,
        _ account: SellingPartnerAccount
    ) async throws(SyncFailure) -> UploadDestination {
        let answer = try await read(
            UploadRequests.destination(for: file, resource: resource, marketplaceID),
            for: account)
        guard let destination = UploadRequests.destination(answer.document, at: now) else {
            throw SyncFailure(
                errorClass: .schemaDrift, operation: UploadRequests.operation,
                message: "payload: missing or retyped", requestID: answer.requestID)
        }
        return destination
    }

    /// One try to put the bytes. The store speaks XML: its code says what went wrong.
    private func put(
        _ file: UploadFile, at destination: UploadDestination, _ account: SellingPartnerAccount,
        _ attempt: Int
    ) async -> AnswerVerdict {
        let startedAt = now
        let operation = "uploadFile"
        var answer: IncomingAnswer?
        let verdict: AnswerVerdict
        do {
            let received = try await transport.exchange(
                UploadRequests.put(file, at: destination, timeout: .seconds(60)))
            answer = received
            verdict = Self.verdict(onPut: received, operation)
        } catch {
            verdict = .outage(SyncFailure(transport: error, operation: operation))
        }
        observe(
            CallRecord(
                store: account.store, operation: operation, startedAt: startedAt,
                milliseconds: (now - startedAt).wholeMilliseconds, attempt: attempt,
                status: answer?.status, errorClass: verdict.failure?.errorClass))
        return verdict
    }

    private static func verdict(
        onPut answer: IncomingAnswer, _ operation: String
    ) -> AnswerVerdict {
        guard !(200..<300).contains(answer.status) else {
            return .accepted(
                PlatformAnswer(
                    document: JSONValue(content: .null, range: 0..<0), body: [], requestID: nil))
        }
        let words = "\(answer.status) \(code(in: answer.body))"
        let isOutage = answer.status >= 500
        let failure = SyncFailure(
            errorClass: isOutage ? .platformOutage : .badRequest, operation: operation,
            message: words)
        return isOutage ? .outage(failure) : .refused(failure)
    }

    /// What stands in the first `Code` element, such as `BadDigest`.
    private static func code(in body: [UInt8]) -> String {
        let text = String(decoding: body.prefix(4000), as: UTF8.self)
        guard let start = text.firstRange(of: "<Code>"),
            let end = text[start.upperBound...].firstRange(of: "</Code>")
        else { return "" }
        return PlatformText.errorWords(String(text[start.upperBound..<end.lowerBound]))
    }
}
