import HelpDesk
import Simulator

/// A store of the scenario: one seller, one marketplace, one mailbox.
struct ScenarioStore: Sendable {
    var id: StoreID
    var sellerID: String
    var region: String
    var words: RelayWords

    var mailbox: MailboxName { MailboxName("box-\(id)") }
    var address: String { "\(id)@desk.example" }
    var refreshToken: String { "Atzr|\(id)" }

    var profile: StoreProfile {
        StoreProfile(
            id: id, channel: "amazon", sellerID: sellerID, region: region,
            marketplaces: [words.code], mailbox: mailbox, address: address)
    }

    static let all: [ScenarioStore] = zip(1..., RelayWords.all).map { number, words in
        ScenarioStore(
            id: StoreID("store-\(number)"), sellerID: "A\(number)SCENARIO",
            region: words.code == "US" ? "na" : words.code == "JP" ? "fe" : "eu", words: words)
    }
}
