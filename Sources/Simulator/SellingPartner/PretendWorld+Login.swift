import SwiftExtensions

extension PretendWorld {
    enum Holder {
        case admitted(PretendSeller)
        case refused(PretendResponse)
    }

    /// The token endpoint (RFC 6749 sections 4.1.3 and 6).
    mutating func token(_ request: PretendRequest, at now: Timestamp) -> PretendResponse {
        let form = PretendForm.pairs(String(decoding: request.body, as: UTF8.self))
        let kind = form["grant_type"] ?? ""
        let known = ["refresh_token", "authorization_code", "client_credentials"]
        guard known.contains(kind) else {
            return Self.loginRefusal(
                400, "unsupported_grant_type", "The grant type is not supported.")
        }
        guard form["client_id"] == configuration.clientID,
            logins.admits(secret: form["client_secret"] ?? "", at: now)
        else {
            return Self.loginRefusal(401, "invalid_client", "Client authentication failed")
        }
        if kind == "client_credentials" {
            return applicationToken(scope: form["scope"] ?? "", at: now)
        }
        if form["grant_type"] == "authorization_code" { return redeem(form, at: now) }
        return renew(form["refresh_token"] ?? "", at: now)
    }

    private mutating func renew(_ refreshToken: String, at now: Timestamp) -> PretendResponse {
        if foreignTokens.contains(refreshToken) {
            return Self.loginRefusal(
                400, "unauthorized_client", "Not authorized for requested operation")
        }
        guard !revokedTokens.contains(refreshToken),
            let seller = seller(of: refreshToken, at: now)
        else {
            return Self.loginRefusal(
                400, "invalid_grant",
                "The request has an invalid parameter : refresh_token. User may have revoked or "
                    + "didn't grant the permission.")
        }
        return tokens(of: seller, refreshToken, at: now)
    }

    /// A fresh access token beside the refresh token.
    mutating func tokens(
        of seller: PretendSeller, _ refreshToken: String, at now: Timestamp
    ) -> PretendResponse {
        let accessToken = "Atza|" + random.hex(64)
        let lifetime = configuration.tokenLifetime
        grants[accessToken] = Grant(sellerID: seller.sellerID, endsAt: now + lifetime)
        return PretendResponse(
            .object([
                ("access_token", .string(accessToken)), ("token_type", .string("bearer")),
                ("expires_in", .number(Int(lifetime.wholeMilliseconds / 1000))),
                ("refresh_token", .string(refreshToken)),
            ]))
    }

    /// Ends every access token given out so far.
    mutating func expireTokens() {
        accounts.applicationTokens = [:]
        for token in grants.keys { grants[token]?.endsAt = Timestamp(milliseconds: 0) }
    }

    /// Who holds an access token, or why it is not taken.
    func holder(of accessToken: String?, at now: Timestamp) -> Holder {
        guard let accessToken, let grant = grants[accessToken],
            let seller = sellers.first(where: { $0.sellerID == grant.sellerID })
        else {
            return .refused(Self.denied)
        }
        guard now < grant.endsAt else {
            return .refused(
                .refusal(
                    403, "Unauthorized", "Access to requested resource is denied.",
                    details: "The access token you provided has expired."))
        }
        return .admitted(seller)
    }

    /// The headers that every call needs.
    func headerProblem(_ request: PretendRequest) -> PretendResponse? {
        guard let agent = request.header("user-agent"), !agent.isEmpty, agent.utf8.count <= 500
        else { return .invalid("user-agent") }
        guard let date = request.header("x-amz-date"), Self.isDate(date) else {
            return .invalid("x-amz-date")
        }
        return nil
    }

    /// `yyyyMMdd'T'HHmmss'Z'`.
    private static func isDate(_ text: String) -> Bool {
        text.utf8.count == 16
            && text.utf8.enumerated().allSatisfy { index, byte in
                switch index {
                case 8: byte == UInt8(ascii: "T")
                case 15: byte == UInt8(ascii: "Z")
                default: (48...57).contains(byte)
                }
            }
    }

    static func loginRefusal(
        _ status: Int, _ error: String, _ description: String
    ) -> PretendResponse {
        PretendResponse(
            .object([
                ("error", .string(error)), ("error_description", .string(description)),
            ]), status: status)
    }
}
