import HelpDesk
import SwiftExtensions

/// What the pretend platform knows of an application's consents, codes and secrets.
struct PretendLogins {
    struct ClientSecret {
        var value: String
        /// Nil for the current one.
        var endsAt: Timestamp?
    }

    struct Code {
        var sellerID: String
        var redirect: String?
        var issuedAt: Timestamp
        var isUsed = false
    }

    struct Consent {
        var sellerID: String
        var givenAt: Timestamp
    }

    /// How long a consent's code can be exchanged, and how long the consent itself lasts.
    static let codeLifetime = Duration.minutes(5)
    static let consentLifetime = Duration.days(365)

    var secrets: [ClientSecret] = []
    var codes: [String: Code] = [:]
    /// Refresh tokens that were given out for codes.
    var consents: [String: Consent] = [:]
    var signedIn: String?

    func admits(secret: String, at now: Timestamp) -> Bool {
        secrets.contains { known in
            known.value == secret && (known.endsAt.map { now < $0 } ?? true)
        }
    }

    mutating func rotate(to secret: String, oldEndsAt: Timestamp) {
        for index in secrets.indices where secrets[index].endsAt == nil {
            secrets[index].endsAt = oldEndsAt
        }
        secrets.append(ClientSecret(value: secret))
    }
}

extension PretendWorld {
    static var denied: PretendResponse {
        .refusal(403, "Unauthorized", "Access to requested resource is denied.")
    }

    /// Seller Central's consent page, where the owner always agrees: back to the application with
    /// a code. Without a redirect address it goes to the application's first one.
    mutating func consent(_ request: PretendRequest, at now: Timestamp) -> PretendResponse {
        guard request.parameter("application_id")?.isEmpty == false,
            let state = request.parameter("state"), !state.isEmpty
        else { return .invalid("application_id and state are needed") }
        guard
            let seller = sellers.first(where: { $0.sellerID == logins.signedIn })
                ?? sellers.first
        else { return Self.denied }
        let redirect = request.parameter("redirect_uri")
        let code = random.hex(24)
        logins.codes[code] = PretendLogins.Code(
            sellerID: seller.sellerID, redirect: redirect, issuedAt: now)
        let target = redirect ?? "https://desk.example/consent"
        let mark = target.contains("?") ? "&" : "?"
        return .redirect(
            to: "\(target)\(mark)spapi_oauth_code=\(code)&state=\(state)"
                + "&selling_partner_id=\(seller.sellerID)")
    }

    /// Exchanges a code (RFC 6749 section 4.1.3): once, and within its five minutes.
    mutating func redeem(_ form: [String: String], at now: Timestamp) -> PretendResponse {
        let name = form["code"] ?? ""
        guard var code = logins.codes[name],
            let seller = sellers.first(where: { $0.sellerID == code.sellerID })
        else { return Self.refusedCode("The request has an invalid grant parameter : code.") }
        guard !code.isUsed else {
            return Self.refusedCode("The authorization code was already used : code.")
        }
        guard now - code.issuedAt <= PretendLogins.codeLifetime else {
            return Self.refusedCode("The authorization code has expired : code.")
        }
        guard form["redirect_uri"] == code.redirect else {
            return Self.refusedCode("The redirect_uri does not match the authorization.")
        }
        code.isUsed = true
        logins.codes[name] = code
        let refreshToken = "Atzr|" + random.hex(48)
        logins.consents[refreshToken] = PretendLogins.Consent(
            sellerID: seller.sellerID, givenAt: now)
        return tokens(of: seller, refreshToken, at: now)
    }

    /// Whose refresh token it is; nil for one that nobody gave or that is over a year old.
    func seller(of refreshToken: String, at now: Timestamp) -> PretendSeller? {
        if let seller = sellers.first(where: { $0.refreshToken == refreshToken }) { return seller }
        guard let consent = logins.consents[refreshToken],
            now - consent.givenAt <= PretendLogins.consentLifetime
        else { return nil }
        return sellers.first { $0.sellerID == consent.sellerID }
    }

    private static func refusedCode(_ description: String) -> PretendResponse {
        loginRefusal(400, "invalid_grant", description)
    }
}

extension PretendSeller {
    /// Whether the account belongs to a region; any does where the address names none.
    func answers(in region: String?) -> Bool {
        guard let region else { return true }
        return marketplaces.contains { $0.region == region }
    }
}

extension PretendMarketplace {
    /// The region of the marketplace, as in its endpoint's name.
    package var region: String {
        switch code.rawValue {
        case "US", "CA": "na"
        case "JP": "fe"
        default: "eu"
        }
    }
}
