import Crypto
import Foundation
import HelpDesk
import SwiftExtensions

/// A file on its way to the platform.
package struct UploadFile: Hashable, Sendable {
    package var mediaType: String
    package var bytes: [UInt8]

    package init(mediaType: String, bytes: [UInt8]) {
        self.mediaType = mediaType
        self.bytes = bytes
    }

    /// Base64 of the MD5 of the bytes (RFC 1864), which the platform compares with what it got.
    package var contentMD5: String {
        Data(Insecure.MD5.hash(data: bytes)).base64EncodedString()
    }
}

/// Where one file may be put.
struct UploadDestination: Hashable, Sendable {
    var id: String
    var url: String
    var headers: [String: String]
    /// The address works until then: 900 seconds after it was given (amazon.md 1.4).
    var endsAt: Timestamp
}

/// Requests of Uploads 2020-11-01; pure, so that they can be held against the model.
enum UploadRequests {
    static let operation = "createUploadDestinationForResource"
    static let lifetime: Duration = .seconds(900)
    private static let ownHeaders: Set<String> = [
        "content-type", "content-md5", "content-length", "host", "transfer-encoding",
        "x-amz-access-token", "connection", "cookie", "authorization",
    ]

    /// `resource` is the path that the file is for, without its first slash; its slashes stay as
    /// they are.
    static func destination(
        for file: UploadFile, resource: String, _ marketplaceID: String
    ) -> SellingPartnerRequest {
        let path = resource.split(separator: "/").map { FormText.escaped(String($0)) }
            .joined(separator: "/")
        return SellingPartnerRequest(
            operation: operation, method: "POST",
            path: "/uploads/2020-11-01/uploadDestinations/\(path)",
            query: [
                ("marketplaceIds", FormText.escaped(marketplaceID)),
                ("contentMD5", FormText.escaped(file.contentMD5)),
                ("contentType", FormText.escaped(file.mediaType)),
            ])
    }

    /// Nil when the answer is not in the documented shape or names an address that is not fit to
    /// send a buyer's papers to.
    static func destination(_ document: JSONValue, at now: Timestamp) -> UploadDestination? {
        let payload = document["payload"]
        guard let id = payload?["uploadDestinationId"]?.text, isToken(id),
            let url = payload?["url"]?.text, isSafe(url)
        else { return nil }
        var headers: [String: String] = [:]
        if let given = payload?["headers"], case .object(let members) = given.content {
            for (name, value) in members {
                guard let value = value.text, isToken(name), isToken(value) else { return nil }
                guard !ownHeaders.contains(name.lowercased()) else { continue }
                headers[name] = value
            }
        }
        return UploadDestination(id: id, url: url, headers: headers, endsAt: now + lifetime)
    }

    /// The call that puts the bytes there. It carries no access token: the address is the leave.
    static func put(
        _ file: UploadFile, at destination: UploadDestination, timeout: Duration
    ) -> OutgoingCall {
        let extra = destination.headers.sorted { $0.key < $1.key }
            .map { (name: $0.key, value: $0.value) }
        return OutgoingCall(
            method: "PUT", url: destination.url,
            headers: [
                ("content-type", file.mediaType), ("content-md5", file.contentMD5),
                ("user-agent", SellingPartnerClient.userAgent),
            ] + extra, body: file.bytes, timeout: timeout, largestAnswer: 64 << 10)
    }

    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 2000
            && text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    }

    private static func isSafe(_ url: String) -> Bool {
        let place = url.prefix { $0 != "?" }
        return PlatformEndpoint(String(place)) != nil && url.utf8.count <= 8000
            && url.utf8.allSatisfy { (0x21..<0x7F).contains($0) && $0 != UInt8(ascii: "#") }
    }
}
