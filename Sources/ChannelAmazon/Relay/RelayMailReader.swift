package import Channels
package import HelpDesk
package import MailKit

/// Turns the bytes of a mail into what the desk understands of it. Whatever the bytes are, a value
/// comes out; nothing is dropped (amazon section 2.8).
package struct RelayMailReader: Sendable {
    let tables: RelayTables

    package init(tables: RelayTables) {
        self.tables = tables
    }

    /// A reader with the tables that ship with the desk.
    package static func standard() throws(TableFault) -> RelayMailReader {
        RelayMailReader(tables: try .embedded())
    }

    /// Names of the classification's rules in the order in which they are asked.
    package static var ruleNames: [String] { RelayRules.inOrder.names }

    /// The kinds of cases that an order in this state leaves nothing to do for.
    package func caseKinds(endedBy status: OrderStatus) -> Set<CaseKind> {
        Set(
            tables.notices.rows.filter { $0.endsWith.contains(status) }
                .map { CaseKind($0.kind.rawValue) })
    }

    package func read(_ bytes: [UInt8], context: RelayContext) -> InboundMessage {
        read(ParsedMail(parsing: bytes), context: context)
    }

    package func read(_ parsed: ParsedMail, context: RelayContext) -> InboundMessage {
        let mail = RelayMail(parsed, context: context, tables: tables)
        let (rule, verdict) = RelayRules.inOrder.verdict(on: mail)
        var draft = InboundDraft(mail, rule: rule)
        switch verdict {
        case .bounce: draft.fillBounce()
        case .notice(let row): draft.fillNotice(row)
        case .ownCopy: draft.fillOwnCopy()
        case .forged(let reasons): draft.fillForged(reasons)
        case .buyer(let alias): draft.fillBuyer(alias)
        case .buyerWithoutAlias: draft.fillBuyerWithoutAlias()
        case .otherNotice: draft.fillOtherNotice()
        case .unreadable: draft.fillUnreadable()
        case .ignored: draft.fillIgnored()
        }
        return draft.finished()
    }
}
