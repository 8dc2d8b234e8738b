import Crypto
import Foundation
import HelpDesk
import SwiftExtensions

extension PretendWorld {
    private static let uploadLife: Duration = .seconds(900)

    /// createUploadDestinationForResource of Uploads 2020-11-01.
    mutating func uploadDestination(
        _ resource: String, _ request: PretendRequest, of seller: PretendSeller, at now: Timestamp
    ) -> PretendResponse {
        let names = Set(request.query.map(\.name))
        guard names.isSubset(of: ["marketplaceIds", "contentMD5", "contentType"]),
            request.list("marketplaceIds").count == 1
        else { return .invalid("marketplaceIds") }
        guard seller.roles.contains(.buyerCommunication) else {
            return .refusal(403, "Unauthorized", "Access to requested resource is denied.")
        }
        guard let sum = request.parameter("contentMD5"),
            let bytes = Data(base64Encoded: sum), bytes.count == 16
        else { return .invalid("contentMD5") }
        guard isMessage(resource) else { return .invalid("resource") }
        let id = [8, 4, 4, 4, 12].map { random.hex($0) }.joined(separator: "-")
        uploads[id] = PretendUpload(
            sellerID: seller.sellerID, resource: resource, contentMD5: sum,
            endsAt: now + Self.uploadLife)
        let url =
            "http://\(request.header("host") ?? "")/\(PretendRoute.uploadFolder)/\(id)"
            + "?X-Amz-Expires=900&X-Amz-Signature=\(random.hex(64))"
        return PretendResponse(
            .object([
                (
                    "payload",
                    .object([
                        ("uploadDestinationId", .string(id)), ("url", .string(url)),
                        (
                            "headers",
                            .object([("x-amz-server-side-encryption", .string("aws:kms"))])
                        ),
                    ])
                )
            ]), status: 201)
    }

    private func isMessage(_ resource: String) -> Bool {
        let parts = resource.split(separator: "/").map(String.init)
        guard parts.count == 6, parts.prefix(3) == ["messaging", "v1", "orders"],
            parts[4] == "messages"
        else { return false }
        return PretendMessageForm.posted(to: parts[5]) != nil
    }

    /// The presigned address: the store behind it speaks XML and wants no access token.
    mutating func put(
        _ request: PretendRequest, upload id: String, at now: Timestamp
    ) -> PretendResponse {
        guard let upload = uploads[id], now < upload.endsAt else {
            return Self.xml(403, "AccessDenied", "Request has expired")
        }
        guard request.header("x-amz-access-token") == nil,
            request.header("x-amz-server-side-encryption") == "aws:kms"
        else { return Self.xml(403, "SignatureDoesNotMatch", "Headers differ") }
        let sum = Data(Insecure.MD5.hash(data: request.body)).base64EncodedString()
        guard sum == upload.contentMD5, request.header("content-md5") == sum else {
            return Self.xml(400, "BadDigest", "The Content-MD5 you specified did not match.")
        }
        uploads[id]?.bytes = request.body
        uploads[id]?.mediaType = request.header("content-type") ?? ""
        return PretendResponse(status: 200, body: "")
    }

    private static func xml(_ status: Int, _ code: String, _ message: String) -> PretendResponse {
        var response = PretendResponse(
            status: status,
            body: "<?xml version=\"1.0\"?><Error><Code>\(code)</Code>"
                + "<Message>\(message)</Message></Error>")
        response.contentType = "application/xml"
        return response
    }
}
