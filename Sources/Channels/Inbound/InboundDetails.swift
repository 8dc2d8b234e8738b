package import HelpDesk

/// Where a mail's marketplace was read from, strongest first.
package enum MarketplaceEvidence: String, Codable, Sendable {
    case header, footer, alias, link
    case storeDefault = "store-default"
    case none
}

/// The address through which a platform relays mail to one buyer. Personal data: never logged.
package struct RelayAlias: Hashable, Sendable, Codable {
    /// The whole address as received; answers go to exactly this.
    package var address: String
    /// The part before `+`, in lower case: the same for all mails of one buyer to one seller.
    package var localPart: String
    /// The part between `+` and `@`: the platform's case.
    package var suffix: String?
    /// In lower case.
    package var host: String

    package init(address: String, localPart: String, suffix: String?, host: String) {
        self.address = address
        self.localPart = localPart
        self.suffix = suffix
        self.host = host
    }
}

extension RelayAlias: CustomStringConvertible {
    package var description: String { "(relay alias)" }
}

/// Ids that the platform itself gives to a mail.
package struct PlatformTokens: Hashable, Sendable, Codable {
    package var thread: String?
    package var message: String?
    /// Case of the platform's inbox, a UUID in new mails.
    package var caseID: String?

    package init(thread: String? = nil, message: String? = nil, caseID: String? = nil) {
        self.thread = thread
        self.message = message
        self.caseID = caseID
    }
}

/// One product line of a mail.
package struct InboundItem: Hashable, Sendable, Codable {
    package var asin: String
    package var title: String?
    package var quantity: Int?

    package init(asin: String, title: String? = nil, quantity: Int? = nil) {
        self.asin = asin
        self.title = title
        self.quantity = quantity
    }
}

/// A file that came with a mail. `index` is its place among the parsed mail's attachments.
package struct InboundAttachment: Hashable, Sendable, Codable {
    package var index: Int
    package var name: String
    package var mediaType: String
    package var byteCount: Int
    package var isInline: Bool

    package init(index: Int, name: String, mediaType: String, byteCount: Int, isInline: Bool) {
        self.index = index
        self.name = name
        self.mediaType = mediaType
        self.byteCount = byteCount
        self.isInline = isInline
    }
}

/// A thread that a mail may belong to, and what says so.
package struct ThreadKey: Hashable, Sendable, Codable {
    package var evidence: ThreadEvidence
    package var value: String

    package init(_ evidence: ThreadEvidence, _ value: String) {
        self.evidence = evidence
        self.value = value
    }
}

/// What makes two mails one message (helpdesk section 3.1; Amazon section 2.6).
package struct DedupeKey: Hashable, Sendable, Codable {
    package enum Kind: String, Codable, Sendable {
        /// The platform's own message token.
        case token
        case messageID = "message-id"
        /// Alias, order and text, within a window of ten minutes.
        case content
    }

    package var kind: Kind
    package var value: String

    package init(_ kind: Kind, _ value: String) {
        self.kind = kind
        self.value = value
    }

    /// Kind and value in one text, for a unique column.
    package var text: String { "\(kind.rawValue):\(value)" }
}

/// Evidence about a mail that changes nothing by itself.
package enum InboundFlag: String, Hashable, Codable, Sendable, CaseIterable {
    /// Its headers say that a machine sent it. Relay mail is machine-sent, so this never demotes.
    case automaticHeaders = "automatic-headers"
    /// The platform says that a buyer wrote it, though no alias stands in it.
    case namedBuyerMessage = "named-buyer-message"
    /// Its words are those of an absence notice.
    case absenceWords = "absence-words"
    /// Amazon's own service wrote it for the buyer.
    case writtenByPlatformService = "written-by-platform-service"
    /// The form of 2016 and before.
    case oldForm = "old-form"
    case noOrder = "no-order"
    /// Only a picture or file, no words.
    case noText = "no-text"
}
