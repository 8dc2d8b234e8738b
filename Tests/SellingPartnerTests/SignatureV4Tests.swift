@testable import ChannelAmazon
import SwiftExtensions
import Testing

/// The published test vectors of Amazon's Signature Version 4 suite (keys and results are public).
@Suite struct SignatureV4Tests {
    private static let instant = Timestamp(iso8601: "2015-08-30T12:36:00Z")
    private static let signature = SignatureV4(
        accessKeyID: "AKIDEXAMPLE", secretKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        region: "us-east-1", service: "service")

    private func signed(
        _ method: String, query: String = "", headers: [(name: String, value: String)] = [],
        body: String = ""
    ) throws -> String {
        Self.signature.authorization(
            method: method, path: "/", query: query,
            headers: [("Host", "example.amazonaws.com"), ("X-Amz-Date", "20150830T123600Z")]
                + headers,
            body: Array(body.utf8), at: try #require(Self.instant))
    }

    @Test func getVanilla() throws {
        #expect(
            try signed("GET")
                == "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/"
                + "aws4_request, SignedHeaders=host;x-amz-date, Signature="
                + "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")
    }

    @Test func postVanilla() throws {
        #expect(
            try signed("POST").hasSuffix(
                "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"))
    }

    @Test func queryIsPutInOrder() throws {
        #expect(
            try signed("GET", query: "Param2=value2&Param1=value1").hasSuffix(
                "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"))
    }

    @Test func anotherBodyHasAnotherSignature() throws {
        #expect(try signed("POST", body: "a") != signed("POST", body: "b"))
    }
}
