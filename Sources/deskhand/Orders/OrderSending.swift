import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import Wire

struct OrderSolicit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "solicit",
        abstract: "Have the platform ask the buyer for a review; once per order.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var target: DispatchOptions

    func run() throws {
        let session = try connection.connect()
        let view = try connection.saying { () throws(DeskError) in
            try session.call(
                RequestReview(
                    order: target.orderID, store: target.storeID, ticket: target.ticketID))
        }
        try connection.printDispatch(view)
        // The platform takes one request for an order; a second one is the first.
        guard view.dispatch.queuedAt < session.hello.now else { return }
        let phrase = Phrase(
            "dispatch.asked-already", "Already asked on {date}; nothing was sent again.",
            ["date": view.dispatch.queuedAt.iso8601])
        StandardError.say(connection.words(phrase))
    }
}

struct OrderShip: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ship", abstract: "Tell the platform of a package that left (supervisors).")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var target: DispatchOptions
    @Option(help: "The platform's code of the carrier, such as DHL, or Other.") var carrier: String
    @Option(help: "The carrier's name; needed for Other.") var carrierName: String?
    @Option(help: "How it is shipped, in the carrier's words.") var method: String?
    @Option(help: "The tracking number.") var tracking: String
    @Option(help: "When it left, such as 2026-11-22T09:30:00Z; default: now.") var at: String?
    @Option(
        parsing: .upToNextOption,
        help: "Items in the package, such as ITEM=2; default: all that has not left.")
    var item: [String] = []
    @Flag(help: "The buyer pays the carrier (Japan).") var collectOnDelivery = false

    func run() throws {
        let call = ConfirmShipment(
            order: target.orderID, store: target.storeID, ticket: target.ticketID,
            carrierCode: carrier, carrierName: carrierName, shippingMethod: method,
            trackingNumber: tracking, shippedAt: try instant(), items: try item.map(Self.shipped),
            isCollectedOnDelivery: collectOnDelivery)
        let session = try connection.connect()
        try connection.printDispatch(
            try connection.saying { () throws(DeskError) in try session.call(call) })
    }

    private func instant() throws -> Timestamp? {
        guard let at else { return nil }
        guard let instant = at.instant else {
            throw ValidationError("'--at' is an instant, such as 2026-11-22T09:30:00Z.")
        }
        return instant
    }

    private static func shipped(_ text: String) throws -> ShippedItem {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, let quantity = Int(parts[1]), !parts[0].isEmpty else {
            throw ValidationError("'--item \(text)' is not ITEM=QUANTITY.")
        }
        return ShippedItem(itemID: String(parts[0]), quantity: quantity)
    }
}

struct OrderSettle: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle",
        abstract: "Say what became of a message, review request or shipment.",
        discussion: """
            An unknown one: 'sent' when Seller Central shows it, 'again' when it does not and shall \
            go out once more. A queued one: 'withdrawn' takes it back.
            """)

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "Its number, as 'order actions' names it.") var dispatch: Int64
    @Argument(help: "sent, again or withdrawn.") var decision: String
    @Option(help: "How you know.") var reason: String = ""

    func run() throws {
        guard let decision = DispatchDecision(rawValue: decision) else {
            throw ValidationError("'\(decision)' is not sent, again or withdrawn.")
        }
        let session = try connection.connect()
        try connection.printDispatch(
            try connection.saying { () throws(DeskError) in
                try session.call(
                    SettleDispatch(
                        dispatch: DispatchID(dispatch), decision: decision, reason: reason))
            })
    }
}

struct OrderDispatches: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dispatches",
        abstract: "Messages, review requests and shipments that wait, failed or are unknown.")

    @OptionGroup var connection: ConnectionOptions
    @Option(parsing: .upToNextOption, help: "Only these states.") var state: [String] = []

    func run() throws {
        let states = try state.map { name in
            guard let state = DispatchState(rawValue: name) else {
                throw ValidationError("'--state \(name)' is no state of a dispatch.")
            }
            return state
        }
        let session = try connection.connect()
        let reply = try connection.saying { () throws(DeskError) in
            try session.call(ListDispatches(states: states))
        }
        try connection.printDispatches(reply.dispatches)
        connection.sayEmpty(reply.dispatches.isEmpty)
    }
}
