import ChannelAmazon
import HelpDesk
import SwiftExtensions
import Testing

@Suite struct ConsentLinkTests {
    @Test func theLinkNamesApplicationStateAndRedirect() throws {
        let seller = try #require(PlatformEndpoint("https://sellercentral.amazon.co.jp"))
        let link = ConsentLink(
            seller: seller, applicationID: "amzn1.sellerapps.app.example", state: "s+1/2",
            redirect: "https://desk.example/back?x=1", isDraft: true)
        #expect(
            link.text
                == "https://sellercentral.amazon.co.jp/apps/authorize/consent"
                + "?application_id=amzn1.sellerapps.app.example&state=s%2B1%2F2"
                + "&redirect_uri=https%3A%2F%2Fdesk.example%2Fback%3Fx%3D1&version=beta")
    }

    @Test func oneHostServesAllItsMarketplaces() {
        let hosts = ConsentLink.sellers(of: ["UK", "DE", "JP", "US", "NOWHERE"])
        #expect(
            hosts.map(\.endpoint.host) == [
                "sellercentral-europe.amazon.com", "sellercentral.amazon.co.jp",
                "sellercentral.amazon.com",
            ])
        #expect(hosts.map(\.marketplaces) == [["UK", "DE"], ["JP"], ["US"]])
    }

    @Test func everyMarketplaceHasASafeConsentHost() {
        for marketplace in MarketplaceTable.standard.all {
            #expect(ConsentLink.sellers(of: [marketplace.code]).count == 1)
        }
    }

    @Test func stateIsComparedAndEnds() throws {
        let start = Timestamp(seconds: 1_000_000)
        let request = ConsentRequest(store: "nova-eu", state: "abc123", issuedAt: start)
        try request.check(state: "abc123", at: start + .minutes(59))
        for wrong in ["abc124", "abc12", "", "abc1234"] {
            #expect(throws: ConsentRequest.Problem.foreignState) {
                try request.check(state: wrong, at: start)
            }
        }
        #expect(throws: ConsentRequest.Problem.expired) {
            try request.check(state: "abc123", at: start + .minutes(61))
        }
        #expect(throws: ConsentRequest.Problem.expired) {
            try request.check(state: "abc123", at: start - .minutes(10))
        }
    }
}

@Suite struct ConsentReturnTests {
    @Test func theWholeAddressIsRead() throws {
        let back = try ConsentReturn(
            pasted: " https://desk.example/back?state=s%2B1&selling_partner_id=A1NOVA\n"
                + "&spapi_oauth_code=ABCdef123#top ")
        guard case .redirect(let code, let sellerID, let state) = back else {
            Issue.record("no redirect")
            return
        }
        #expect(try code.reveal() == "ABCdef123")
        #expect(sellerID == "A1NOVA")
        #expect(state == "s+1")
        #expect(!"\(back)".contains("ABCdef123"))
    }

    @Test func codesAndTokensAreToldApart() throws {
        guard case .code = try ConsentReturn(pasted: "RHTdyqBvEXAMPLE") else {
            Issue.record("no code")
            return
        }
        guard case .refreshToken = try ConsentReturn(pasted: "Atzr|IwEBIexample") else {
            Issue.record("no token")
            return
        }
    }

    @Test(arguments: [
        ("", ConsentReturn.Problem.empty), (" \n", .empty),
        ("https://desk.example/back", .noCode), ("https://desk.example/back?state=x", .noCode),
        ("https://desk.example/back?spapi_oauth_code=abc", .incomplete),
        ("https://desk.example/back?error=access_denied&state=x", .denied),
        ("hello there: general", .notUnderstood), ("short", .notUnderstood),
        ("\u{1b}[31mABCDEFGHIJ", .notUnderstood),
        (String(repeating: "A", count: 9000), .notUnderstood),
    ])
    func anythingElseIsRefused(text: String, problem: ConsentReturn.Problem) {
        #expect(throws: problem) { try ConsentReturn(pasted: text) }
    }
}
