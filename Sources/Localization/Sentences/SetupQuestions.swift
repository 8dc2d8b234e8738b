/// The questions of `deskhand setup`, and why an answer is not taken.
package enum SetupQuestions {
    package static let data = Phrase(
        "setup.ask.data", "Folder for the desk's data (it becomes private, mode 0700)")
    package static let socket = Phrase(
        "setup.ask.socket", "Socket on which people's programs reach the core")
    package static let admins = Phrase(
        "setup.ask.admins", "Unix users who may do everything, with commas")
    package static let timeZone = Phrase(
        "setup.ask.time-zone", "Time zone of the desk, such as Asia/Shanghai")
    package static let clientID = Phrase(
        "setup.ask.client-id", "Client id of the application (amzn1.application-oa2-client...)")
    package static let clientSecret = Phrase("setup.ask.client-secret", "Client secret")
    package static let secretMade = Phrase(
        "setup.ask.secret-made", "Day on which the secret was made, as 2026-03-31")
    package static let applicationID = Phrase(
        "setup.ask.application-id", "Application id for consent links (amzn1.sp.solution...)")
    package static let redirect = Phrase(
        "setup.ask.redirect", "Redirect address of the application (- for its first one)")
    package static let mailboxName = Phrase(
        "setup.ask.mailbox-name", "Name of a mailbox to add or change (Enter: no more)")
    package static let inbound = Phrase(
        "setup.ask.inbound", "Where its mail comes in: imaps://HOST, or a Maildir's folder")
    package static let outbound = Phrase(
        "setup.ask.outbound",
        "How it sends: smtps://HOST, or a command such as /usr/sbin/sendmail -i -f %f")
    package static let user = Phrase("setup.ask.user", "Login name (- for none)")
    package static let password = Phrase("setup.ask.password", "Password")
    package static let from = Phrase(
        "setup.ask.from", "Sender's address, the one that Amazon approves")
    package static let resultServers = Phrase(
        "setup.ask.result-servers",
        "Receiving server's name in its Authentication-Results headers (- for none)")
    package static let storeID = Phrase(
        "setup.ask.store-id", "Name of a store to add, such as nova-eu (Enter: no more)")
    package static let sellerID = Phrase(
        "setup.ask.seller-id", "Merchant token of the account (Seller Central, account info)")
    package static let marketplaces = Phrase(
        "setup.ask.marketplaces", "Marketplaces with commas, such as UK, DE, FR")
    package static let storeMailbox = Phrase(
        "setup.ask.store-mailbox", "Mailbox that receives its mail")
    package static let storeAddress = Phrase(
        "setup.ask.store-address", "Address that Seller Central sends this store's mail to")
    package static let orders = Phrase(
        "setup.ask.orders", "Fetch its orders too (this needs the owner's consent)?")
    package static let isThisStore = Phrase(
        "setup.ask.is-this-store", "The account calls itself {names}. Is that store {store}?")
    package static let consent = Phrase(
        "setup.ask.consent", "Paste the address, the code or the refresh token of {store}")
    package static let ticked = Phrase(
        "setup.ask.ticked", "Which are done? Numbers with commas, or all")
    package static let tryMail = Phrase(
        "setup.ask.try-mail", "Send a test mail to {address} and wait for it?")
    package static let personUser = Phrase(
        "setup.ask.person-user", "Unix user of somebody to add (Enter: no more)")
    package static let personName = Phrase("setup.ask.person-name", "Name that colleagues see")
    package static let personRole = Phrase(
        "setup.ask.person-role",
        "Role: agent, senior, supervisor, quality, admin, auditor or service")
    package static let personStores = Phrase(
        "setup.ask.person-stores", "Stores with commas, or all")
    package static let personLanguages = Phrase(
        "setup.ask.person-languages", "Languages with commas, such as de, zh (- for none)")
    package static let newSecret = Phrase("setup.ask.new-secret", "New client secret")

    package static let notEmpty = Phrase("setup.refused.empty", "This needs an answer.")
    package static let notZone = Phrase("setup.refused.zone", "This machine knows no such zone.")
    package static let notPath = Phrase("setup.refused.path", "A full path, beginning with /.")
    package static let notSocket = Phrase(
        "setup.refused.socket", "A full path of at most 107 bytes.")
    package static let notWord = Phrase(
        "setup.refused.word", "Letters, digits, dots, hyphens and underscores only.")
    package static let notDay = Phrase(
        "setup.refused.day", "A day as 2026-03-31, not in the future.")
    package static let notInbound = Phrase(
        "setup.refused.inbound",
        "imaps://HOST[:PORT], imap+starttls://HOST, or a full path; imap:// only on the loopback.")
    package static let notOutbound = Phrase(
        "setup.refused.outbound",
        "smtps://HOST[:PORT], smtp+starttls://HOST, or a command with a full path; smtp:// only on "
            + "the loopback.")
    package static let notAddress = Phrase(
        "setup.refused.address", "One plain address such as desk@example.com.")
    package static let notWeb = Phrase("setup.refused.web", "An https address.")
    package static let notSeller = Phrase(
        "setup.refused.seller", "Capital letters and digits, 10 to 20 of them.")
    package static let notMarketplaces = Phrase(
        "setup.refused.marketplaces",
        "Known marketplaces of one region, such as US, CA or UK, DE, FR, IT, ES or JP.")
    package static let notMailbox = Phrase(
        "setup.refused.mailbox", "No mailbox has this name; there are: {names}.")
    package static let notRole = Phrase(
        "setup.refused.role", "agent, senior, supervisor, quality, admin, auditor or service.")
    package static let notStores = Phrase("setup.refused.stores", "all, or names of: {names}.")
    package static let notNumbers = Phrase(
        "setup.refused.numbers", "Numbers of the list with commas, or all.")
    package static let notToken = Phrase(
        "setup.refused.token", "One word without blanks, copied whole.")
}

/// What `deskhand setup` tells on its way.
package enum SetupNews {
    package static let dataReady = Phrase("setup.news.data", "Data folder and keys are there.")
    package static let coreRunning = Phrase(
        "setup.news.core-running", "A core works on the data folder (process {pid}).")
    package static let secretSaved = Phrase(
        "setup.news.secret", "The secret is in {path}, mode 0600.")
    package static let noUser = Phrase(
        "setup.news.no-user", "This machine has no user {user} yet; make one before they log in.")
    package static let personKnown = Phrase(
        "setup.news.person-known",
        "{user} is known already; change them with deskhand people add while the core runs.")
    package static let personSaved = Phrase(
        "setup.news.person-saved", "{user} can use the desk now.")
    package static let personFailed = Phrase(
        "setup.news.person-failed", "{user} could not be saved: {detail}.")
    package static let openLink = Phrase(
        "setup.news.open-link",
        "Open this link as an owner of the account {seller} ({marketplaces}) and confirm:")
    package static let fiveMinutes = Phrase(
        "setup.news.five-minutes",
        "You are led to a page whose address holds a code. It is good once and for five minutes: "
            + "paste the whole address here at once. The link itself is good for an hour.")
    package static let privateApp = Phrase(
        "setup.news.private-app",
        "For an application of your own, Seller Central may show a refresh token (Atzr...) instead: "
            + "paste that.")
    package static let calledItself = Phrase(
        "setup.news.called-itself", "Store {store}: the account calls itself {names}.")
    package static let notKept = Phrase(
        "setup.news.not-kept",
        "Nothing was kept. Open the link as the owner of store {store} and answer again.")
    package static let authorised = Phrase(
        "setup.news.authorised", "Store {store} is authorised; its account sells in {found}.")
    package static let missing = Phrase(
        "setup.news.missing", "But the account does not sell in {missing}.")
    package static let nothingWaits = Phrase(
        "setup.news.nothing-waits", "No store waits for a consent.")
    package static let sellerCentral = Phrase(
        "setup.news.seller-central", "At {host}, for {stores}:")
    package static let mailBack = Phrase(
        "setup.news.mail-back", "The mail to {address} came back after {seconds} s.")
    package static let mailUnderWay = Phrase(
        "setup.news.mail-under-way", "Waiting for the mail to {address}, at most {seconds} s.")
    package static let secretWorks = Phrase(
        "setup.news.secret-works",
        "The new secret works and is in its file; the old one lies beside it as .previous.")
    package static let secretUntried = Phrase(
        "setup.news.secret-untried",
        "No store is authorised yet, so the new secret cannot be tried. It was not kept.")
    package static let nothingChanged = Phrase(
        "setup.news.nothing-changed", "Nothing was changed.")
    package static let mailboxFine = Phrase("setup.news.mailbox-fine", "Mailbox {name} works.")

    /// One thing to set in Seller Central; `to` and `from` are addresses of the desk.
    package static func sellerCentralItem(
        _ item: String, _ given: [String: String]
    ) -> Phrase {
        switch item {
        case "buyer-messages":
            Phrase(
                "setup.list.buyer-messages",
                "Notification Preferences, Messaging, Buyer Messages: send to {to}", given)
        case "confirmations":
            Phrase(
                "setup.list.confirmations",
                "Notification Preferences, Messaging, Confirmation Notifications: send to {to}",
                given)
        case "delivery-failures":
            Phrase(
                "setup.list.delivery-failures",
                "Notification Preferences, Messaging, Delivery Failures: send to {to}", given)
        case "opt-out":
            Phrase(
                "setup.list.opt-out",
                "Notification Preferences, Messaging, Buyer Opt-out: send to {to}", given)
        case "returns":
            Phrase(
                "setup.list.returns", "Notification Preferences, Returns: send to {to}", given)
        case "claims":
            Phrase(
                "setup.list.claims",
                "Notification Preferences, Claims and A-to-z: send to {to}", given)
        default:
            Phrase(
                "setup.list.approved-sender",
                "Messaging Permissions, approved senders: add {from}", given)
        }
    }
}
