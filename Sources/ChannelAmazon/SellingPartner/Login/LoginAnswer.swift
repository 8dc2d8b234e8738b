import HelpDesk
import SwiftExtensions

/// Reads what the token endpoint said (RFC 6749 sections 5.1 and 5.2; amazon.md 5.2).
enum LoginAnswer {
    static let operation = "lwa.token"

    /// The token of a good answer.
    static func token(_ answer: IncomingAnswer, at now: Timestamp) throws(SyncFailure)
        -> AccessToken
    {
        guard answer.status == 200 else { throw failure(answer) }
        guard let document = try? JSONReader.parse(answer.body),
            let value = document["access_token"]?.text, isTokenText(value),
            let lifetime = document["expires_in"]?.decimal, lifetime.isFinite
        else {
            throw SyncFailure(
                errorClass: .schemaDrift, operation: operation,
                message: "200 without a usable access_token", requestID: requestID(answer))
        }
        let seconds = min(max(lifetime, 0), 86_400)
        let margin = min(120, seconds / 10)
        let staleAt = now + .milliseconds(Int64((seconds - margin) * 1000))
        return AccessToken(value: value, staleAt: staleAt)
    }

    /// The refresh token of a good answer to a code.
    static func refreshToken(_ answer: IncomingAnswer) throws(SyncFailure) -> Secret {
        guard answer.status == 200 else { throw failure(answer, grant: .authorisationCode) }
        guard let document = try? JSONReader.parse(answer.body),
            let value = document["refresh_token"]?.text, isTokenText(value)
        else {
            throw SyncFailure(
                errorClass: .schemaDrift, operation: operation,
                message: "200 without a usable refresh_token", requestID: requestID(answer))
        }
        return Secret(value: value)
    }

    /// What a refusal means. Only the error's name and description are kept; a description that
    /// quotes the token is masked.
    static func failure(
        _ answer: IncomingAnswer, grant: LoginGrant = .refreshToken
    ) -> SyncFailure {
        let document = try? JSONReader.parse(answer.body)
        let name = document?["error"]?.text ?? ""
        let description = document?["error_description"]?.text ?? ""
        let words = [name, description].filter { !$0.isEmpty }.joined(separator: ": ")
        let isWeather = answer.status == 429 || answer.status >= 500 || name.isEmpty
        let meaning =
            isWeather
            ? nil
            : CredentialTable.standard.login(error: name, description: description, grant: grant)
        var failure = SyncFailure(
            errorClass: meaning?.errorClass ?? weather(status: answer.status, name: name),
            operation: operation, message: PlatformText.errorWords("\(answer.status) \(words)"),
            requestID: requestID(answer) ?? document?["request_id"]?.text.map(shortened))
        failure.trouble = meaning?.trouble
        return failure
    }

    private static func weather(status: Int, name: String) -> SyncErrorClass {
        switch (status, name) {
        case (429, _): .throttled
        case (500..., _), (_, ""): .platformOutage
        default: .schemaDrift
        }
    }

    /// A token goes into a header line, so it must not be able to end one.
    static func isTokenText(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 8192
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    private static func requestID(_ answer: IncomingAnswer) -> String? {
        answer.header("x-amzn-RequestId").map(shortened)
    }

    private static func shortened(_ text: String) -> String {
        PlatformText.cleaned(text, limit: 80)
    }
}
