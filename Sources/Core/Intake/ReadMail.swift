import Channels
import HelpDesk
import MailKit

/// A stored mail that was read: parsed, recognised, and its store narrowed down by its addresses.
struct ReadMail: Sendable {
    var raw: RawMail
    var parsed: ParsedMail
    var inbound: InboundMessage
    /// Stores that it may be for, the likeliest first; empty when its mailbox serves none.
    var stores: [StoreProfile]
    /// The store that its recipient address names.
    var addressed: StoreID?
    /// A person let it in after it was set aside.
    var isReleased = false
}
