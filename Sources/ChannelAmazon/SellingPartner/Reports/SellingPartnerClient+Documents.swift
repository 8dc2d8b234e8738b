package import HelpDesk
import SwiftExtensions

extension SellingPartnerClient {
    /// Packed and unpacked, at most this much of a document is taken in.
    private static let largestDocument = 96 << 20

    /// Fetches a report's document. Its address lives five minutes and bears its own permission, so
    /// no token goes with the call; a refused one is asked for once more.
    package func reportDocument(
        _ id: String, for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> ReportDocument {
        do {
            return try await fetchDocument(id, for: account)
        } catch let failure where failure.errorClass == .badRequest {
            return try await fetchDocument(id, for: account)
        }
    }

    private func fetchDocument(
        _ id: String, for account: SellingPartnerAccount
    ) async throws(SyncFailure) -> ReportDocument {
        let request = ReportRequests.document(id)
        let answer = try await read(request, for: account)
        guard let url = answer.document["url"]?.text else { throw drift("url", request, answer) }
        let isPacked: Bool
        switch answer.document["compressionAlgorithm"]?.text {
        case nil: isPacked = false
        case "GZIP": isPacked = true
        case .some: throw drift("compressionAlgorithm", request, answer)
        }
        guard Self.isDocumentAddress(url) else { throw drift("url", request, answer) }
        let fetched = try await fetch(url, of: account)
        let charset = fetched.header("content-type").flatMap(Self.charset(of:))
        guard isPacked else { return ReportDocument(bytes: fetched.body, charset: charset) }
        do {
            let bytes = try Gunzip.bytes(fetched.body, limit: Self.largestDocument)
            return ReportDocument(bytes: bytes, charset: charset)
        } catch {
            throw SyncFailure(
                errorClass: error == .tooLarge ? .schemaDrift : .platformOutage,
                operation: Self.documentOperation, message: "the packed document is \(error)")
        }
    }

    private static let documentOperation = "reportDocument"

    private func fetch(
        _ url: String, of account: SellingPartnerAccount
    ) async throws(SyncFailure) -> IncomingAnswer {
        let startedAt = surroundings.now()
        let call = OutgoingCall(
            method: "GET", url: url, headers: [("user-agent", Self.userAgent)],
            timeout: .seconds(120), largestAnswer: Self.largestDocument)
        var status: Int?
        var failure: SyncFailure?
        var received: IncomingAnswer?
        do {
            let answer = try await transport.exchange(call)
            status = answer.status
            received = answer
            failure = Self.documentFailure(answer)
        } catch {
            failure = SyncFailure(transport: error, operation: Self.documentOperation)
        }
        observe(
            CallRecord(
                store: account.store, operation: Self.documentOperation, startedAt: startedAt,
                milliseconds: (surroundings.now() - startedAt).wholeMilliseconds, attempt: 1,
                status: status, requestID: nil, errorClass: failure?.errorClass))
        if let failure { throw failure }
        guard let received else {
            throw SyncFailure(transport: .cancelled, operation: Self.documentOperation)
        }
        return received
    }

    /// The store behind the address answers refusals with XML; 400 and 403 mean that the address has
    /// had its time (amazon.md 5.2).
    private static func documentFailure(_ answer: IncomingAnswer) -> SyncFailure? {
        guard answer.status != 200 else { return nil }
        let errorClass: SyncErrorClass =
            switch answer.status {
            case 400, 403: .badRequest
            case 404: .notFound
            default: .platformOutage
            }
        return SyncFailure(
            errorClass: errorClass, operation: documentOperation, message: "\(answer.status)")
    }

    /// `https` anywhere, `http` only on this machine, no user name, nothing that ends a line.
    static func isDocumentAddress(_ url: String) -> Bool {
        guard url.utf8.count <= 8192, url.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return false
        }
        let place = url.prefix { $0 != "?" && $0 != "#" }
        return PlatformEndpoint(String(place)) != nil
    }

    /// `charset=` of a content type.
    static func charset(of contentType: String) -> String? {
        for part in contentType.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2,
                pair[0].drop(while: \.isWhitespace).lowercased() == "charset"
            else { continue }
            let name = pair[1].filter { !$0.isWhitespace && $0 != "\"" }
            return name.isEmpty ? nil : String(name.prefix(40))
        }
        return nil
    }
}
