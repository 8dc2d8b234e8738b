import MailHost
import MailKit

/// What a test's configuration file says.
struct DeskPlan {
    struct Store {
        var id = "nova-eu"
        var sellerID = "A1NOVAEXAMPLE"
        var marketplaces = ["DE", "FR"]
        var address = "desk+nova@desk.example"
    }

    /// `imap = "…"` or `maildir = "…"`.
    var inbound: String
    /// `smtp = "…"`; nil for a mailbox that only receives.
    var outbound: String?
    var hasLogin = true
    /// Long, so that only IDLE and inotify can be the reason for news.
    var pollSeconds = 3600
    var stores = [Store()]
    var amazonPort: Int?
    var orderSeconds = 1
    var undoSeconds = 1

    /// On the test's Dovecot and Exim; a tap may stand in front of either.
    static func on(_ host: MailHost, imapPort: UInt16? = nil, smtpPort: UInt16? = nil) -> DeskPlan {
        DeskPlan(
            inbound: "imap = \"imap://127.0.0.1:\(imapPort ?? host.imap.port)\"",
            outbound: "smtp = \"smtp://127.0.0.1:\(smtpPort ?? host.smtp.port)\"")
    }

    /// On a Maildir in the test's folder, which sends nothing.
    static var onMaildir: DeskPlan {
        DeskPlan(inbound: "maildir = \"mail\"", outbound: nil, hasLogin: false)
    }

    /// The file's text. Secrets stand in `desk.secret`, `lwa.secret` and one file a store.
    var text: String {
        ([head, mailbox, amazon] + stores.map(store)).joined(separator: "\n") + "\n"
    }

    private var head: String {
        """
        [core]
        data = "data"
        socket = "core.sock"
        admins = ["boss"]
        undo_seconds = \(undoSeconds)
        """
    }

    private var mailbox: String {
        var lines = [
            "", "[[mailbox]]", "name = \"desk\"", inbound, "auth_results = [\"mx.desk.example\"]",
            "go_live = \"2020-01-01\"",
        ]
        if let outbound { lines += [outbound, "from = \"desk@desk.example\""] }
        if hasLogin { lines += ["user = \"desk\"", "password_file = \"desk.secret\""] }
        lines.append("poll_seconds = \(pollSeconds)")
        return lines.joined(separator: "\n")
    }

    private var amazon: String {
        guard let amazonPort else { return "" }
        let base = "http://127.0.0.1:\(amazonPort)"
        return """

            [amazon]
            client_id = "\(PretendShop.clientID)"
            client_secret_file = "lwa.secret"
            lwa = "\(base)/auth/o2/token"
            endpoints = { na = "\(base)", eu = "\(base)", fe = "\(base)" }
            """
    }

    private func store(_ store: Store) -> String {
        let sites = store.marketplaces.map { "\"\($0)\"" }.joined(separator: ", ")
        return """

            [[store]]
            id = "\(store.id)"
            seller_id = "\(store.sellerID)"
            region = "eu"
            marketplaces = [\(sites)]
            refresh_token_file = "\(store.id).secret"
            mailbox = "desk"
            address = "\(store.address)"
            sync = { orders = \(amazonPort != nil), every_seconds = \(orderSeconds) }
            """
    }
}
